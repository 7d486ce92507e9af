"use client";
import { useMemo, useSyncExternalStore } from "react";
import type { Reauth } from "../client/Reauth.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import { useTencentContext } from "./useTencentContext.js";

/** The reauthorization's snapshot and its actions. */
export type ReauthState = ReauthSnapshot & Pick<Reauth, "start" | "cancel" | "fold" | "resume" | "paste">;

/** The page's one reauthorization. Rerenders only when its snapshot changes. */
export function useReauth(): ReauthState {
  const { reauth } = useTencentContext("useReauth").client;
  const snapshot = useSyncExternalStore(reauth.subscribe, reauth.getSnapshot, reauth.getServerSnapshot);
  return useMemo(() => {
    const { start, cancel, fold, resume, paste } = reauth;
    return { ...snapshot, start, cancel, fold, resume, paste };
  }, [reauth, snapshot]);
}
