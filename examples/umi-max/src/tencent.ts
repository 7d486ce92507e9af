import { createTencentErrorClient } from "tencent-error-kit/core";
import { popupReauth } from "tencent-error-kit/flows/popupReauth";
import { signInWithQQ } from "@/services/api";

export const server = process.env.UMI_APP_SERVER ?? "http://localhost:6007";

export const client = createTencentErrorClient({
  reauth: popupReauth({
    clientId: "100000001",
    redirectUri: "/tencent-callback",
    authorizeUrl: `${server}/oauth2.0/authorize`,
    exchange: signInWithQQ,
  }),
  // pages, models and useRequest keep what they have read
  onAccountChange: () => location.reload(),
});
