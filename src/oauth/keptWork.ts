import { read } from "../base/safely.js";
import type { ReauthRequest } from "../model/ReauthFlow.js";
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
