import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { QueryClientProvider } from "@tanstack/react-query";
import { createBrowserRouter, RouterProvider } from "react-router-dom";
import { Toaster } from "sonner";
import { ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import { user as zhCN } from "tencent-error-kit/locales/zh-CN";
import "tencent-error-kit/styles.css";
import "tencent-error-kit/bridges/shadcn-hsl.css";
import "./index.css";
import { client, signInForDemo } from "@/lib/api";
import { queryClient } from "@/lib/queries";
import { FriendsPage, friendsLoader } from "@/routes/friends";
import { Layout } from "@/routes/layout";
import { ProfilePage, profileLoader } from "@/routes/profile";
import { RouteError } from "@/routes/error";

await signInForDemo();

// it begins to load at once, so the session comes first
const router = createBrowserRouter([
  {
    path: "/",
    element: <Layout />,
    errorElement: <RouteError />,
    children: [
      { index: true, element: <FriendsPage />, loader: friendsLoader, errorElement: <RouteError /> },
      { path: "profile", element: <ProfilePage />, loader: profileLoader, errorElement: <RouteError /> },
    ],
  },
]);

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={zhCN}>
        <RouterProvider router={router} />
        <ReauthPrompt />
        <Toaster richColors />
      </TencentErrorProvider>
    </QueryClientProvider>
  </StrictMode>,
);
