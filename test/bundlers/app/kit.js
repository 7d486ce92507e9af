import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { createElement as h, useState } from "react";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import { createTencentErrorClient } from "tencent-error-kit/core";
import { createTencentFetch } from "tencent-error-kit/fetch";
import { popupReauth } from "tencent-error-kit/flows/popupReauth";
import en from "tencent-error-kit/locales/en";
import { attachTencentErrors, tencentQueryDefaults } from "tencent-error-kit/query";
import "tencent-error-kit/styles.css";
import { Button, Line, Screen } from "./parts.js";

let isSignedIn = false;

/** Signs in at once; the window is built in, but played elsewhere. */
const played = {
  kind: "played",
  start() {
    isSignedIn = true;
    return { outcome: Promise.resolve({ status: "succeeded", accountId: "a" }) };
  },
};
const client = createTencentErrorClient({
  reauth:
    globalThis.location?.hash === "#popup"
      ? popupReauth({ clientId: "1", redirectUri: "/tencent-callback.html", exchange: async () => ({ accountId: "a" }) })
      : played,
  accountId: () => "a",
  isTencent: () => true,
  // what is fetched only then is counted apart
  prefetch: "failure",
});
const tencentFetch = createTencentFetch(client, async () =>
  Response.json(isSignedIn ? { ret: 0, friends: ["李雷"] } : { ret: -73, msg: "" }),
);
const queryClient = new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } });
attachTencentErrors(queryClient, client);

function Friends() {
  const [isWanted, setWanted] = useState(false);
  const friends = useQuery({ queryKey: ["friends"], queryFn: () => tencentFetch("/api/friends"), enabled: isWanted });
  return h(
    Screen,
    null,
    h(Button, { label: "Load", onPress: () => setWanted(true) }),
    h(ErrorNotice, { error: friends }),
    h(Line, null, friends.data?.friends[0]),
  );
}

export function App() {
  return h(
    QueryClientProvider,
    { client: queryClient },
    h(TencentErrorProvider, { client, locale: en }, h(Friends), h(ReauthPrompt)),
  );
}
