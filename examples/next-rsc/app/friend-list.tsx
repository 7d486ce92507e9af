"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "tencent-error-kit";
import { friendsQuery } from "../lib/queries";
import { post } from "../lib/tencent";

export function FriendList() {
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const friends = useQuery(friendsQuery);
  const add = useMutation({
    mutationFn: () => post("/api/friends", { name }),
    onSuccess: () => {
      setName("");
      return queryClient.invalidateQueries(friendsQuery);
    },
  });
  return (
    <section className="card">
      <h1>Friends</h1>
      <ErrorNotice error={[friends, add]} />
      <ul>
        {friends.data?.friends.map(({ nickname }) => (
          <li key={nickname}>{nickname}</li>
        ))}
      </ul>
      <form action={() => add.mutate()}>
        <input aria-label="Name" value={name} onChange={(event) => setName(event.target.value)} required />
        <button disabled={add.isPending}>{add.isPending ? "Adding…" : "Add"}</button>
        <button type="button" className="quiet" onClick={() => void friends.refetch()}>
          Reload
        </button>
      </form>
    </section>
  );
}
