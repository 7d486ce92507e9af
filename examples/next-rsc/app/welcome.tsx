"use client";
import { useRouter } from "next/navigation";
import { post } from "../lib/tencent";

export function Welcome() {
  const router = useRouter();
  const enter = async () => {
    await post("/api/session/demo", {});
    router.refresh();
  };
  return (
    <section className="card">
      <h1>Welcome to Circle</h1>
      <p>See who of your friends is here.</p>
      <button onClick={() => void enter()}>Try it out</button>
    </section>
  );
}
