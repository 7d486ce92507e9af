import { attempt, read } from "../base/safely.js";
import { popStored, readPendingSignIn, writeStored } from "./pendingSignIn.js";
import {
  belongsTo,
  answerLifeMs,
  isUnexpired,
  peekStored,
  type Registration,
  type SignInStorages,
  storageKeys,
  type StorageLike,
} from "./storedSignIn.js";
import type { AppState } from "./ReauthOptions.js";

/** Keeps what the app wants to find again, and whose it is. False when it could not be kept: then the page is not left. */
export function saveAppState(
  tab: StorageLike | undefined,
  { provider, client }: Registration,
  appState: AppState,
  accountId: string | undefined,
): boolean {
  const kept = (): boolean =>
    writeStored(tab, storageKeys.work, { provider, client, createdAt: Date.now(), accountId, kept: appState.save() });
  return attempt(kept) === true;
}

/**
 * Takes the work that the page of this registration left behind. What is returned hands it to the app, unless it was another
 * account's than the one that is there now.
 */
export function restoreAppState(
  tab: StorageLike | undefined,
  registration: Registration,
  appState: AppState,
): (accountId: string | undefined) => void {
  const work = peekStored(tab, storageKeys.work);
  if (!belongsTo(registration, work)) return () => undefined;
  popStored(tab, storageKeys.work);
  return (accountId) => {
    const owner = read(work, "accountId");
    const isOthers = typeof owner === "string" && accountId !== undefined && owner !== accountId;
    if (isUnexpired(work) && !isOthers) appState.restore(read(work, "kept"));
  };
}

/**
 * Takes away what sign-ins have left behind: an answer after a minute, all else after ten. Every page of the app does it, so that
 * no code stays where the page that was left never takes it.
 */
export function removeExpired(storages: SignInStorages, href: string): void {
  const { tab, everyTab } = storages;
  const answer = peekStored(tab, storageKeys.answer);
  if (isUnexpired(answer, answerLifeMs)) setTimeout(removeExpired, answerLifeMs + 1, storages, href);
  else popStored(tab, storageKeys.answer);
  for (const key of [storageKeys.record, storageKeys.work]) if (!isUnexpired(peekStored(tab, key))) popStored(tab, key);
  for (const key of attempt(() => Object.keys(everyTab ?? {})) ?? []) {
    const record = key.startsWith("te-") ? readPendingSignIn(peekStored(everyTab, key), href) : undefined;
    // an app's own key may begin as ours do
    if (record?.flow === key && !isUnexpired(record)) popStored(everyTab, key);
  }
}
