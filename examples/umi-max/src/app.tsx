import { MoonOutlined, SunOutlined } from "@ant-design/icons";
import { getRequestInstance, type RequestConfig, type RunTimeLayoutConfig } from "@umijs/max";
import { Button } from "antd";
import { NightTheme } from "@/components/NightTheme";
import { errorConfig } from "@/requestErrorConfig";
import { queryCurrentUser, signInForDemo, type CurrentUser } from "@/services/api";
import { client, server } from "@/tencent";
import { attachTencentUmi } from "tencent-error-kit/umi";
import "tencent-error-kit/styles.css";
import "tencent-error-kit/bridges/antd.css";

interface InitialState {
  currentUser?: CurrentUser;
  isNight: boolean;
}

export function render(oldRender: () => void) {
  attachTencentUmi(getRequestInstance, client);
  oldRender();
}

const fetchUser = () => queryCurrentUser({ skipErrorHandler: true });

export async function getInitialState(): Promise<InitialState> {
  if (location.pathname === "/tencent-callback") return { isNight: false };
  const currentUser = await fetchUser();
  if (currentUser.accountId !== null) return { currentUser, isNight: false };
  await signInForDemo();
  return { currentUser: await fetchUser(), isNight: false };
}

export const layout: RunTimeLayoutConfig = ({ initialState, setInitialState }) => ({
  layout: "mix",
  navTheme: initialState?.isNight ? "realDark" : "light",
  logo: false,
  avatarProps: { size: "small", title: initialState?.currentUser?.nickname, icon: <span /> },
  actionsRender: () => [
    <Button
      key="night"
      type="text"
      icon={initialState?.isNight ? <SunOutlined /> : <MoonOutlined />}
      onClick={() => setInitialState((state) => ({ ...state!, isNight: !state!.isNight }))}
    >
      {initialState?.isNight ? "日间" : "夜间"}
    </Button>,
  ],
  childrenRender: (children) => <NightTheme>{children}</NightTheme>,
});

export const request: RequestConfig = {
  baseURL: server,
  withCredentials: true,
  errorConfig: errorConfig as RequestConfig["errorConfig"],
  requestInterceptors: [
    (config: any) => ({ ...config, headers: { ...config.headers, "x-requested-with": "XMLHttpRequest" } }),
  ],
};
