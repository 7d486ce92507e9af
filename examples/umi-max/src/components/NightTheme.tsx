import { useModel } from "@umijs/max";
import { App, ConfigProvider, theme } from "antd";
import zhCNAntd from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import { user as zhCN } from "tencent-error-kit/locales/zh-CN";
import { client } from "@/tencent";

/** The pages by day and by night: antd keeps either's variables on a class, so they hold below here only. */
export function NightTheme({ children }: { children: ReactNode }) {
  const { initialState } = useModel("@@initialState");
  const algorithm = initialState?.isNight ? theme.darkAlgorithm : theme.defaultAlgorithm;
  return (
    <ConfigProvider locale={zhCNAntd} theme={{ algorithm, cssVar: true }}>
      <App>
        <TencentErrorProvider client={client} locale={zhCN}>
          {children}
          <ReauthPrompt />
        </TencentErrorProvider>
      </App>
    </ConfigProvider>
  );
}
