import { QueryClient } from "@tanstack/react-query";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { redirectReauth } from "../../src/flows/redirectReauth.js";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "../../src/query.js";
import { accounts } from "../../test/sandbox/accounts.js";
import { friendsApi, type Friend, type FriendsApi } from "./friendsApi.js";
import { sandboxWorld, type SandboxWorld } from "./sandboxWorld.js";

/** How people of the app sign in again: in a window, or by leaving the page. */
const ways = { popup: popupReauth, redirect: redirectReauth };

/** A name of one of them. */
export type Way = keyof typeof ways;

/** The app's modules, without its page. */
export interface FriendsAppModules {
  readonly world: SandboxWorld;
  readonly api: FriendsApi;
  readonly client: TencentErrorClient;
  readonly queryClient: QueryClient;
  /** Unsaved text, kept when the page is left. */
  draft(): string;
  keepDraft(draft: string): void;
  signIn(): Promise<void>;
  /** Starts what answers failures, until the returned function is called. */
  attach(): () => void;
}

/** The app's modules, created once. `language` is the sign-in page's. */
export function createFriendsApp(worldName: string, way: Way, language: string): FriendsAppModules {
  const world = sandboxWorld(worldName);
  let accountId: string | undefined;
  let draft = "";
  const client = createTencentErrorClient({
    reauth: ways[way]({
      clientId: "100000001",
      redirectUri: new URL("tencent-callback.html", document.baseURI).href,
      authorizeUrl: `${world.authorizeUrl}?lang=${language}`,
      scope: ["get_user_info", "get_friends"],
      appState: { save: () => draft, restore: (kept) => void (draft = String(kept)) },
      exchange: async (grant) => {
        const { accountId } = await api.exchange(grant);
        return { accountId, name: nameOf(accountId) };
      },
    }),
    accountId: () => accountId,
    account: () => {
      const profile = queryClient.getQueryData<Friend>(["profile"]);
      return profile && { name: profile.nickname };
    },
    onAccountChange({ next }) {
      accountId = next;
    },
  });
  const api = friendsApi(world, client.unwrap);
  const queries = { retry: tencentRetry(client), retryDelay: tencentRetryDelay(client) };
  const queryClient = new QueryClient({ defaultOptions: { queries } });
  return {
    world,
    api,
    client,
    queryClient,
    draft: () => draft,
    keepDraft: (typed) => void (draft = typed),
    attach: () => attachTencentErrors(queryClient, client),
    async signIn() {
      // after a redirect there is a session once that sign-in is finished
      if ((await outcomeOf(client)) !== "succeeded") accountId = (await api.signIn()).accountId;
    },
  };
}

/** As the app's own user list would have it. */
function nameOf(accountId: string): string | undefined {
  return Object.values(accounts).find(({ id }) => id === accountId)?.nickname;
}

/** The outcome of the redirect. */
function outcomeOf({ reauth }: TencentErrorClient): Promise<string> {
  return new Promise((resolve) => {
    const look = (): void => {
      const { status } = reauth.getSnapshot();
      if (status === "verifying") return;
      resolve(status);
      stop();
    };
    const stop = reauth.subscribe(look);
    look();
  });
}
