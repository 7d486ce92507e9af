"use client";
import { useMemo, useSyncExternalStore } from "react";
import type { Reauth } from "../client/Reauth.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import { useTencentContext } from "./useTencentContext.js";

/** The reauthorization's snapshot and its actions. */
export type ReauthState = ReauthSnapshot & Pick<Reauth, "start" | "cancel" | "fold" | "resume" | "paste">;

/** How many held changes ended with a page that was left for a sign-in, and were not told yet. */
export function useUnsent(): number {
  const { unsent } = useTencentContext("useReauth").client;
  return useSyncExternalStore(unsent.subscribe, unsent.get, () => 0);
}

/** The page's one reauthorization. Rerenders only when its snapshot changes. */
export function useReauth(): ReauthState {
  const { reauth } = useTencentContext("useReauth").client;
  const snapshot = useSyncExternalStore(reauth.subscribe, reauth.getSnapshot, reauth.getServerSnapshot);
  return useMemo(() => {
    const { start, cancel, fold, resume, paste } = reauth;
    return { ...snapshot, start, cancel, fold, resume, paste };
  }, [reauth, snapshot]);
}
