import { useSyncExternalStore } from "react";
import type { CallLife } from "./useCallLife.js";
import type { PageClient } from "./PageContext.js";
import type { WorstFailure } from "./pickFailure.js";
import { noSubscription } from "./useIsHydrated.js";
import { watchNetwork } from "./useOnline.js";

/** What goes on around a failed call. */
export interface CallSurroundings {
  /** There was a sign-in after the call began, so that its failure is outdated. */
  readonly isHealed: boolean;
  /** It came back right after a sign-in, so that another one would not help. */
  readonly isVain: boolean;
  /** A sign-in is under way, or there is no network. */
  readonly status: "waiting" | "offline" | undefined;
}

/** Only what a sign-in heals watches the sign-in, and only what the network heals the network: a thousand other notices need not. */
export function useSurroundings(
  found: WorstFailure | undefined,
  client: Pick<PageClient, "reauth" | "isHealed">,
  life: Pick<CallLife, "memory" | "change">,
): CallSurroundings {
  const category = found?.diagnosis.category;
  const { seen } = life.memory;
  if (seen !== undefined && !Object.is(seen.error, found?.call.error)) life.change({ seen: undefined });
  const { subscribe, read } =
    category === "network" ? network : category === "reauth" ? signIn(found as WorstFailure, client, life) : still;
  const now = useSyncExternalStore(subscribe, read, still.read);
  const [status, effect] = now.split(" ");
  return {
    isHealed: effect === "healed",
    isVain: effect === "vain",
    status: status === "" ? undefined : (status as CallSurroundings["status"]),
  };
}

interface Watch {
  subscribe(listener: () => void): () => void;
  /** The status, a space and what a sign-in did. */
  read(): string;
}

const still: Watch = { subscribe: noSubscription, read: () => "" };

/** Shown only where the call found no network and the browser says so too. */
const network: Watch = { subscribe: watchNetwork, read: () => (navigator.onLine ? "" : "offline") };

function signIn(
  { diagnosis, call: { error } }: WorstFailure,
  { reauth, isHealed }: Pick<PageClient, "reauth" | "isHealed">,
  { memory: { seen }, change }: Pick<CallLife, "memory" | "change">,
): Watch {
  const isObject = typeof error === "object" && error !== null;
  const epochNow = (): number => reauth.getSnapshot(diagnosis).epoch;
  if (!isObject && (seen === undefined || !Object.is(seen.error, error)))
    change({ seen: { error, epoch: epochNow() } });
  return {
    subscribe: reauth.subscribe,
    read() {
      const { status, reason } = reauth.getSnapshot(diagnosis);
      const isWaiting = status === "opening" || status === "waiting" || status === "verifying";
      const isOver = isObject ? isHealed(error) : seen !== undefined && seen.epoch < epochNow();
      return `${isWaiting ? "waiting" : ""} ${isOver ? "healed" : reason === "loop" ? "vain" : ""}`;
    },
  };
}
