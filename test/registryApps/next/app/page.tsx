"use client";
import useSWR from "swr";
import { ErrorNotice } from "tencent-error-kit";
import { fetch } from "../tencent/fetch";

const read = async (path: string): Promise<{ friends: { nickname: string }[] }> => (await fetch(path)).json();

export default function Friends() {
  const friends = useSWR("/api/friends", read);
  return (
    <main>
      <button onClick={() => void friends.mutate()}>Reload</button>
      <ErrorNotice error={friends} />
      <ul>
        {friends.data?.friends.map(({ nickname }) => (
          <li key={nickname}>{nickname}</li>
        ))}
      </ul>
    </main>
  );
}
