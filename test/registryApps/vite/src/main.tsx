import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import App from "./App";
import { TencentErrors } from "./tencent/TencentErrors";
import { withTencent } from "./tencent/query";
import "./index.css";

const queryClient = withTencent(new QueryClient());

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <TencentErrors>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </TencentErrors>
  </StrictMode>,
);
