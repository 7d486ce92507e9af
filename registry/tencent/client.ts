import { createTencentErrorClient } from "tencent-error-kit/core";
import { tencentFetch } from "tencent-error-kit/fetch";
import { autoReauth } from "tencent-error-kit/flows/autoReauth";
import { appId, platformPaths, reloadsForOtherAccount, returnPage, sessionRoute, startRoute } from "./config";

/** Whose page this is, and who signed in last. */
let pageOf: string | undefined;
let present: string | undefined;

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
  onAccountChange({ previous, next }) {
    pageOf ??= previous;
    present = next;
  },
});

// once a person goes on with another account: while they are asked, what they typed is still there
if (reloadsForOtherAccount)
  client.reauth.subscribe(() => {
    const { status } = client.reauth.getSnapshot();
    const isDecided = status === "cancelled" || status === "succeeded" || status === "idle";
    if (isDecided && present !== pageOf) location.reload();
  });
