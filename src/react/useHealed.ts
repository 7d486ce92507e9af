"use client";
import { useState, useSyncExternalStore } from "react";
import { never } from "./never.js";
import { useTencentContext } from "./useTencentContext.js";
import type { WorstFailure } from "./worstOf.js";

/** Whether somebody has signed in since this call began: what its notice still shows is over. */
export function useHealed(found: WorstFailure | undefined): boolean {
  const { client } = useTencentContext("useTencentError");
  const { reauth } = client;
  const isReauth = found?.diagnosis.category === "reauth";
  const error = found?.call.error;
  const isObject = typeof error === "object" && error !== null;
  const epochNow = (): number => reauth.getSnapshot().epoch;
  // a text that was thrown has no identity: it began when it was first shown here
  const [seen, setSeen] = useState(() => ({ error, epoch: epochNow() }));
  if (!isObject && !Object.is(seen.error, error)) setSeen({ error, epoch: epochNow() });
  return useSyncExternalStore(
    isReauth ? reauth.subscribe : never,
    () => isReauth && (isObject ? client.isHealed(error) : Object.is(seen.error, error) && seen.epoch < epochNow()),
    () => false,
  );
}
