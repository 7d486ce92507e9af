import { createTencentErrorClient } from "tencent-error-kit/core";
import { tencentFetch } from "tencent-error-kit/fetch";
import { autoReauth } from "tencent-error-kit/flows/autoReauth";
import { appId, platformPaths, reloadsForOtherAccount, returnPage, sessionRoute, startRoute } from "./config";

/** One for the page: what is held, shown and sent again goes through it. */
export const client = createTencentErrorClient({
  // Whose page this is. Without it, the kit may not notice that another account has signed in.
  // accountId: () => session.userId,
  reauth: autoReauth({
    clientId: appId,
    redirectUri: returnPage,
    ...(startRoute !== undefined && { authorizeUrl: startRoute }),
    exchange: ({ code, state, signal }) =>
      tencentFetch(sessionRoute, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ code, state }),
        signal,
      }),
  }),
  ...(platformPaths.length > 0 && {
    isTencent: ({ url = "" }: { readonly url?: string | undefined }) =>
      platformPaths.some((path) => url.includes(path)),
  }),
  ...(reloadsForOtherAccount && { onAccountChange: () => location.reload() }),
});
