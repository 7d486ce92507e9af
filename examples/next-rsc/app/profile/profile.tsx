"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { profileQuery } from "../../lib/queries";

export function Profile() {
  const { data } = useSuspenseQuery(profileQuery);
  return (
    <section className="card">
      <h1>Profile</h1>
      <p>Nickname: {data.nickname}</p>
      <p>Gender: {data.gender}</p>
    </section>
  );
}
