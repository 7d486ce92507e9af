import { accountIdOf } from "../base/accountId.js";
import { attempt } from "../base/safely.js";
import type { ReauthOutcome, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";
import { validateMessage } from "./callbackMessage.js";
import { exchangeCode, outcomeOfError } from "./exchangeCode.js";
import {
  createPendingSignIn,
  readPendingSignIn,
  removeExpired,
  removePendingSignIn,
  writePendingSignIn,
  writeStored,
} from "./pendingSignIn.js";
import type { AppState, ReauthOptions } from "./ReauthOptions.js";
import { failedRun, startSignIn } from "./startSignIn.js";
import {
  answerLifeMs,
  belongsTo,
  isUnexpired,
  pageStorages,
  peekStored,
  popStored,
  type Registration,
  registrationOf,
  storageKeys,
  type StorageLike,
} from "./storedSignIn.js";

const leaveLimitMs = 5000;

/** Removes what a sign-in has left behind for longer than it may. */
export function removeLeftovers(): void {
  attempt(() => removeExpired(pageStorages(), location.href));
}

/** Leaves the page for the provider's. */
export function leavePage(options: ReauthOptions, request: ReauthRequest): ReauthRun {
  const top = attempt(() => window.top?.location.origin);
  const begun = startSignIn(options, request, { href: location.href, origin, top });
  if ("outcome" in begun) return begun;
  if (!leaveBehind(begun.state, options, request)) return failedRun("unsupported");
  location.assign(begun.address);
  return { outcome: untilGone(request.signal) };
}

/** Keeps the pending sign-in and the app's work. False where that failed: then the page is not left. */
function leaveBehind(state: string, options: ReauthOptions, request: ReauthRequest): boolean {
  const kept = pageStorages();
  removePendingSignIn(kept, location.href);
  for (const old of [storageKeys.answer, storageKeys.work]) popStored(kept.tab, old);
  const registration = registrationOf(options);
  if (!writePendingSignIn(kept, createPendingSignIn(state, registration, location.href))) return false;
  const page = { appState: options.appState, accountId: accountOf(request), changes: request.changes?.() ?? 0 };
  if (keepPage(kept.tab, registration, page)) return true;
  removePendingSignIn(kept, location.href);
  return false;
}

/** What a page leaves behind beside the pending sign-in. */
interface PageLeft {
  readonly appState: AppState | undefined;
  /** Whose it is. */
  readonly accountId: string | undefined;
  /** How many changes were held: they end with the page. */
  readonly changes: number;
}

/** Keeps what the app wants to find again, and how much it will not find. False when the app's work could not be kept: then the page is not left. */
function keepPage(tab: StorageLike | undefined, registration: Registration, page: PageLeft): boolean {
  const { provider, client } = registration;
  const { appState, accountId, changes } = page;
  if (appState === undefined && changes === 0) return true;
  const keep = (kept: unknown): boolean =>
    writeStored(tab, storageKeys.work, { provider, client, createdAt: Date.now(), accountId, changes, kept });
  return attempt(() => keep(appState?.save())) === true || appState === undefined;
}

/** Ends when the page stays after all, or comes back alive from the browser's cache. What it left behind still counts then. */
function untilGone(signal: AbortSignal): Promise<ReauthOutcome> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = (status: "cancelled" | "idle"): void => {
      clearTimeout(timer);
      over.abort();
      resolve({ status });
    };
    const timer = setTimeout(end, leaveLimitMs, "idle");
    addEventListener("pagehide", () => clearTimeout(timer), over);
    addEventListener("pageshow", ({ persisted }) => persisted && end("idle"), over);
    signal.addEventListener("abort", () => {
      removePendingSignIn(pageStorages(), location.href);
      end("cancelled");
    });
  });
}

/** Who is signed in as far as the client knows. */
function accountOf(request: ReauthRequest): string | undefined {
  return accountIdOf(attempt(() => request.accountId?.()));
}

/** Finishes the sign-in whose answer waits in this tab. `idle`: there is none, or another page has taken it. */
export function finish(options: ReauthOptions, request: ReauthRequest): ReauthRun {
  const { tab } = pageStorages();
  const record = readPendingSignIn(peekStored(tab, storageKeys.answer), location.href);
  if (record === undefined || !belongsTo(registrationOf(options), record)) return idle();
  const { code, error } = validateMessage(popStored(tab, storageKeys.answer), record.state) ?? {};
  if (!isUnexpired(record, answerLifeMs)) return idle();
  if (code === undefined) return refused(error, request);
  // not at once: what `exchange` calls may be declared below the client
  const grant = { code, state: record.state };
  return { outcome: Promise.resolve().then(() => exchangeCode(options.exchange, grant, request)) };
}

function idle(): ReauthRun {
  return { outcome: Promise.resolve({ status: "idle" }) };
}

/** Without an error the return page had an answer that this tab never asked for. */
function refused(error: string | undefined, { onRefusal }: ReauthRequest): ReauthRun {
  if (error !== undefined) return { outcome: Promise.resolve(outcomeOfError(error)) };
  onRefusal("stateRefused");
  return failedRun("stateMismatch");
}
