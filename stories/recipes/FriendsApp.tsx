import { QueryClient, QueryClientProvider, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type ReactElement, type SyntheticEvent } from "react";
import { createTencentErrorClient, type Locale, type TencentErrorClient } from "../../src/core.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { redirectReauth } from "../../src/flows/redirectReauth.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "../../src/query.js";
import { friendsApi, type FriendsApi } from "./friendsApi.js";
import { Lab } from "./Lab.js";
import { sandboxWorld, type SandboxWorld } from "./sandboxWorld.js";

/** How people of the app sign in again: in a window, or by leaving the page. */
const ways = { popup: popupReauth, redirect: redirectReauth };
type Way = keyof typeof ways;

interface App {
  readonly world: SandboxWorld;
  readonly api: FriendsApi;
  readonly client: TencentErrorClient;
  readonly queryClient: QueryClient;
  /** Unsaved text, kept when the page is left. */
  draft(): string;
  keepDraft(draft: string): void;
  signIn(): Promise<void>;
}

/** The app's modules, created once. */
function createApp(worldName: string, way: Way): App {
  const world = sandboxWorld(worldName);
  let accountId: string | undefined;
  let draft = "";
  const client = createTencentErrorClient({
    reauth: ways[way]({
      clientId: "100000001",
      redirectUri: new URL("tencent-callback.html", document.baseURI).href,
      authorizeUrl: world.authorizeUrl,
      scope: ["get_user_info", "get_friends"],
      appState: { save: () => draft, restore: (kept) => void (draft = String(kept)) },
      exchange: (grant) => api.exchange(grant),
    }),
    accountId: () => accountId,
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
    async signIn() {
      // after a redirect there is a session once that sign-in is finished
      if ((await outcomeOf(client)) !== "succeeded") accountId = (await api.signIn()).accountId;
    },
  };
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

/** A small app on TanStack Query whose session can end at any moment. */
export function FriendsApp({
  world,
  locale,
  way = "popup",
}: {
  readonly world: string;
  readonly locale: Locale;
  readonly way?: Way;
}): ReactElement {
  const [app] = useState(() => createApp(world, way));
  const [isReady, setReady] = useState(false);
  useEffect(() => attachTencentErrors(app.queryClient, app.client), [app]);
  useEffect(() => {
    void app.signIn().then(() => setReady(true));
  }, [app]);
  return (
    <QueryClientProvider client={app.queryClient}>
      <TencentErrorProvider client={app.client} locale={locale}>
        {isReady ? <Friends app={app} /> : <p>…</p>}
        <ReauthPrompt />
        <Lab world={app.world} />
      </TencentErrorProvider>
    </QueryClientProvider>
  );
}

function Friends({ app }: { readonly app: App }): ReactElement {
  const { api } = app;
  const profile = useQuery({ queryKey: ["profile"], queryFn: api.profile });
  const friends = useQuery({ queryKey: ["friends"], queryFn: api.friends });
  const reload = (): void => {
    void profile.refetch();
    void friends.refetch();
  };
  return (
    <section className="card" aria-label="Friends">
      <h1>{profile.data === undefined ? "Friends" : `Friends of ${profile.data.nickname}`}</h1>
      <ErrorNotice error={[profile, friends]} onRetry={reload} />
      <ul className="friends">
        {friends.data?.map(({ nickname }, index) => (
          <li key={`${nickname}${String(index)}`}>{nickname}</li>
        ))}
      </ul>
      <div className="row">
        <button type="button" onClick={reload}>
          Reload
        </button>
        <span role="status">{friends.isFetching ? "Loading" : ""}</span>
      </div>
      <AddFriend app={app} />
    </section>
  );
}

function AddFriend({ app }: { readonly app: App }): ReactElement {
  const { client, api } = app;
  const queryClient = useQueryClient();
  const [name, setName] = useState(app.draft);
  useEffect(() => app.keepDraft(name), [app, name]);
  // the server runs a change with the same key once, so it may be sent again without asking
  const [mutationFn] = useState(() => client.guard(api.addFriend, { replay: "auto" }));
  const add = useMutation({
    mutationFn,
    onSuccess: async () => {
      setName("");
      await queryClient.invalidateQueries({ queryKey: ["friends"] });
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    add.mutate({ name, key: crypto.randomUUID() });
  };
  return (
    <>
      <form className="row" onSubmit={submit}>
        <label htmlFor="friend">New friend</label>
        <input id="friend" value={name} onChange={(event) => setName(event.target.value)} />
        <button type="submit" disabled={add.isPending}>
          Add
        </button>
        <span role="status">{add.isPending ? "Saving" : add.isSuccess ? "Saved" : ""}</span>
      </form>
      <ErrorNotice error={add} />
    </>
  );
}
