import { App, ConfigProvider } from "antd";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import { user as en } from "tencent-error-kit/locales/en";
import "tencent-error-kit/styles.css";
import "tencent-error-kit/bridges/antd.css";
import { client, signIn } from "./api";
import { Friends } from "./Friends";

await signIn();

// antd keeps its variables on a class: the dialog at the end of the page needs it too
const cssVar = "css-var-app";
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <ConfigProvider theme={{ cssVar: { key: cssVar } }}>
      <App>
        <TencentErrorProvider client={client} locale={en} dialogClassName={cssVar}>
          <Friends />
          <ReauthPrompt />
        </TencentErrorProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
);
