"use client";
import useSWR, { SWRConfig } from "swr";
import { ErrorNotice, ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import { user as en } from "tencent-error-kit/locales/en";
import { client, fetcher, signIn, swrConfig, type Friend } from "./api";

export function Friends() {
  return (
    <SWRConfig value={swrConfig}>
      <TencentErrorProvider client={client} locale={en}>
        <List />
        <ErrorNoticeRegion />
        <ReauthPrompt />
      </TencentErrorProvider>
    </SWRConfig>
  );
}

function List() {
  const session = useSWR("session", signIn, { revalidateOnFocus: false, revalidateIfStale: false });
  const friends = useSWR(session.data ? "/app/api/friends" : null, fetcher<{ readonly friends: readonly Friend[] }>);
  return (
    <section className="card">
      <ErrorNotice error={friends} />
      <ul>
        {friends.data?.friends.map(({ nickname }) => (
          <li key={nickname}>{nickname}</li>
        ))}
      </ul>
      <button onClick={() => void friends.mutate()}>Reload</button>
    </section>
  );
}
