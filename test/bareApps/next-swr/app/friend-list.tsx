"use client";

import useSWR from "swr";

const fetcher = async (url: string): Promise<{ friends: { nickname: string }[] }> => {
  const res = await fetch(url);
  return res.json();
};

export function FriendList() {
  const { data, mutate } = useSWR("/app/api/friends", fetcher);
  return (
    <>
      <button onClick={() => mutate()}>Reload</button>
      <ul>
        {data?.friends.map(({ nickname }) => (
          <li key={nickname}>{nickname}</li>
        ))}
      </ul>
    </>
  );
}
