import { QueryClientProvider, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type ReactElement, type SyntheticEvent } from "react";
import type { Locale } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import type { FriendsAppModules } from "./createFriendsApp.js";
import "./friends.css";
import { friendsWords, type FriendsWords } from "./friendsWords.js";

interface FriendsAppProps {
  readonly app: FriendsAppModules;
  readonly locale: Locale;
}

/** A small app on TanStack Query whose session can end at any moment. */
export function FriendsApp({ app, locale }: FriendsAppProps): ReactElement {
  const [isReady, setReady] = useState(false);
  const words = friendsWords(locale);
  useEffect(() => app.attach(), [app]);
  useEffect(() => {
    void app.signIn().then(() => setReady(true));
  }, [app]);
  return (
    <QueryClientProvider client={app.queryClient}>
      <TencentErrorProvider client={app.client} locale={locale}>
        {isReady ? <Friends app={app} words={words} /> : <p className="friends-app">…</p>}
        <ReauthPrompt />
      </TencentErrorProvider>
    </QueryClientProvider>
  );
}

interface PartProps {
  readonly app: FriendsAppModules;
  readonly words: FriendsWords;
}

function Friends({ app, words }: PartProps): ReactElement {
  const { api } = app;
  const profile = useQuery({ queryKey: ["profile"], queryFn: api.profile });
  const friends = useQuery({ queryKey: ["friends"], queryFn: api.friends });
  const reload = (): void => {
    void profile.refetch();
    void friends.refetch();
  };
  const name = profile.data?.nickname;
  return (
    <section className="friends-app" aria-label={words.title}>
      <header>
        <Avatar name={name ?? "…"} />
        <h2>{name === undefined ? words.title : words.titleOf(name)}</h2>
        <span role="status">{friends.isFetching ? words.loading : ""}</span>
        <button type="button" onClick={reload}>
          {words.reload}
        </button>
      </header>
      <ErrorNotice error={[profile, friends]} onRetry={reload} />
      <ul>
        {friends.data?.map(({ nickname }, index) => (
          <li key={`${nickname}${String(index)}`}>
            <Avatar name={nickname} />
            <span>{nickname}</span>
          </li>
        ))}
      </ul>
      <AddFriend app={app} words={words} />
    </section>
  );
}

/** The first letter of a name, as long as there is no picture. */
function Avatar({ name }: { readonly name: string }): ReactElement {
  return (
    <span className="avatar" aria-hidden="true">
      {name.slice(0, 1)}
    </span>
  );
}

function AddFriend({ app, words }: PartProps): ReactElement {
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
    <footer>
      <form onSubmit={submit}>
        <label htmlFor="friend">{words.newFriend}</label>
        <input id="friend" value={name} onChange={(event) => setName(event.target.value)} />
        <button type="submit" disabled={add.isPending}>
          {words.add}
        </button>
        <span role="status">{add.isPending ? words.saving : add.isSuccess ? words.saved : ""}</span>
      </form>
      <ErrorNotice error={add} />
    </footer>
  );
}
