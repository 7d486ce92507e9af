import type { AppState } from "../model/ReauthFlow.js";
import { attempt } from "./attempt.js";
import { isFresh, isOf, type Registration } from "./flowRecord.js";
import { read } from "./read.js";
import { keep, look, shelf, take, type Shelf } from "./shelf.js";

/** Keeps what the app wants to find again, and whose it is. False when it could not be kept: then the page is not left. */
export function keepWork(
  tab: Shelf | undefined,
  { provider, client }: Registration,
  appState: AppState,
  accountId: string | undefined,
): boolean {
  const kept = (): boolean =>
    keep(tab, shelf.work, { provider, client, createdAt: Date.now(), accountId, kept: appState.save() });
  return attempt(kept) === true;
}

/**
 * Takes the work that the page of this registration left behind. What is returned hands it to the app, unless it was another
 * account's than the one that is there now.
 */
export function takeWork(
  tab: Shelf | undefined,
  registration: Registration,
  appState: AppState,
): (accountId: string | undefined) => void {
  const work = look(tab, shelf.work);
  if (!isOf(registration, work)) return () => undefined;
  take(tab, shelf.work);
  return (accountId) => {
    const owner = read(work, "accountId");
    const isOthers = typeof owner === "string" && accountId !== undefined && owner !== accountId;
    if (isFresh(work) && !isOthers) appState.restore(read(work, "kept"));
  };
}
