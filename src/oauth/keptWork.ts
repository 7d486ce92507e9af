import { attempt, read, readString } from "../base/safely.js";
import type { AppState } from "./ReauthOptions.js";
import {
  belongsTo,
  isUnexpired,
  peekStored,
  popStored,
  type Registration,
  storageKeys,
  type StorageLike,
} from "./storedSignIn.js";

/** What the page of a registration left behind. */
export interface PageLeft {
  /** Whose it was, where that was known. */
  readonly owner: string | undefined;
  /** How many changes were held: they ended with it. */
  readonly changes: number;
  /** Hands the app's work to the app, unless `accountId` is another one than the page's. */
  giveBack(accountId: string | undefined): void;
}

/** Takes what the page of this registration left behind. Undefined where there is nothing, or nothing that still counts. */
export function takePage(
  tab: StorageLike | undefined,
  registration: Registration,
  appState: AppState | undefined,
): PageLeft | undefined {
  const page = peekStored(tab, storageKeys.work);
  if (!belongsTo(registration, page)) return undefined;
  popStored(tab, storageKeys.work);
  if (!isUnexpired(page)) return undefined;
  const owner = readString(page, "accountId");
  const restore = (): void => appState?.restore(read(page, "kept"));
  return {
    owner,
    changes: Number(read(page, "changes")) || 0,
    giveBack(accountId) {
      if (owner !== undefined && accountId !== undefined && owner !== accountId) return;
      // what it sets may be declared below the client
      if (attempt(() => (restore(), true)) !== true) queueMicrotask(restore);
    },
  };
}
