import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import { user as zhCN } from "tencent-error-kit/locales/zh-CN";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "tencent-error-kit/query";
import "tdesign-react/dist/tdesign.css";
import "tencent-error-kit/styles.css";
import "tencent-error-kit/bridges/tdesign.css";
import { client, signIn } from "./api";
import { Friends } from "./Friends";

const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: tencentRetry(client), retryDelay: tencentRetryDelay(client) } },
});
attachTencentErrors(queryClient, client);
await signIn();

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={zhCN}>
        <Friends />
        <ReauthPrompt />
      </TencentErrorProvider>
    </QueryClientProvider>
  </StrictMode>,
);
