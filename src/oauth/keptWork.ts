import { attempt, read } from "../base/safely.js";
import {
  belongsTo,
  isUnexpired,
  peekStored,
  popStored,
  readPendingSignIn,
  type Registration,
  type SignInStorages,
  storageKeys,
  type StorageLike,
  writeStored,
} from "./pendingSignIn.js";
import type { ReauthRequest } from "../model/ReauthFlow.js";
import type { AppState } from "./ReauthOptions.js";

/** What a page leaves behind beside the pending sign-in. */
interface PageLeft {
  readonly appState: AppState | undefined;
  /** Whose it is. */
  readonly accountId: string | undefined;
  /** How many changes were held: they end with the page. */
  readonly changes: number;
}

/** Keeps what the app wants to find again, and how much it will not find. False when the app's work could not be kept: then the page is not left. */
export function keepPage(tab: StorageLike | undefined, registration: Registration, page: PageLeft): boolean {
  const { provider, client } = registration;
  const { appState, accountId, changes } = page;
  if (appState === undefined && changes === 0) return true;
  const keep = (kept: unknown): boolean =>
    writeStored(tab, storageKeys.work, { provider, client, createdAt: Date.now(), accountId, changes, kept });
  return attempt(() => keep(appState?.save())) === true || appState === undefined;
}

/**
 * Takes what the page of this registration left behind. What is returned tells of the changes and hands the work to the app, unless
 * they were another account's than the one that is there now.
 */
export function takePage(
  tab: StorageLike | undefined,
  registration: Registration,
  appState: AppState | undefined,
  { onUnsent }: Pick<ReauthRequest, "onUnsent">,
): (accountId: string | undefined) => void {
  const page = peekStored(tab, storageKeys.work);
  if (!belongsTo(registration, page)) return () => undefined;
  popStored(tab, storageKeys.work);
  return (accountId) => {
    const [owner, changes] = [read(page, "accountId"), read(page, "changes")];
    const isOthers = typeof owner === "string" && accountId !== undefined && owner !== accountId;
    if (!isUnexpired(page) || isOthers) return;
    if (typeof changes === "number" && changes > 0) onUnsent?.(changes);
    appState?.restore(read(page, "kept"));
  };
}

/** The two storages of this page. */
export function pageStorages(): SignInStorages {
  return { tab: attempt(() => window.sessionStorage), everyTab: attempt(() => window.localStorage) };
}

/** From the return page to the one that was left: longer no code lies in storage unused. */
export const answerLifeMs = 60_000;

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
