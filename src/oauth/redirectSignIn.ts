import { accountIdOf } from "../base/accountId.js";
import { attempt, readString } from "../base/safely.js";
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
import type { ReauthOptions } from "./ReauthOptions.js";
import { failedRun, startSignIn } from "./startSignIn.js";
import {
  answerLifeMs,
  belongsTo,
  isUnexpired,
  pageStorages,
  peekStored,
  popStored,
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
  const outcome = untilGone(begun.state, options, request);
  location.assign(begun.address);
  return { outcome };
}

/** Keeps the pending sign-in and the app's work. False where that failed: then the page is not left. */
function leaveBehind(state: string, options: ReauthOptions, request: ReauthRequest): boolean {
  const kept = pageStorages();
  removePendingSignIn(kept, location.href);
  for (const old of [storageKeys.answer, storageKeys.work]) popStored(kept.tab, old);
  const record = createPendingSignIn(state, registrationOf(options), location.href);
  if (!writePendingSignIn(kept, record)) return false;
  if (keepPage(kept.tab, options, request)) return true;
  removePendingSignIn(kept, location.href);
  return false;
}

/** Keeps what the app wants to find again, whose it is, and how much it will not find. False when the app's work could not be kept: then the page is not left. */
function keepPage(tab: StorageLike | undefined, options: ReauthOptions, request: ReauthRequest): boolean {
  const { appState } = options;
  const { provider, client } = registrationOf(options);
  const [accountId, changes] = [accountIdOf(attempt(() => request.accountId?.())), request.changes?.() ?? 0];
  if (appState === undefined && changes === 0 && accountId === undefined) {
    popStored(tab, storageKeys.work);
    return true;
  }
  const keep = (kept: unknown): boolean =>
    writeStored(tab, storageKeys.work, { provider, client, createdAt: Date.now(), accountId, changes, kept });
  return attempt(() => keep(appState?.save())) === true || appState === undefined;
}

/**
 * Ends when the page stays after all, or comes back alive from the browser's cache. What it left behind still counts then, and is
 * kept anew as long as the page may yet be left.
 */
function untilGone(state: string, options: ReauthOptions, request: ReauthRequest): Promise<ReauthOutcome> {
  const { signal } = request;
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = (status: "cancelled" | "idle" | "required"): void => {
      clearTimeout(timer);
      over.abort();
      resolve({ status });
    };
    const timer = setTimeout(stay, leaveLimitMs);
    /** Nobody said that they want to stay: it asks on only where something is held. */
    function stay(): void {
      end(request.changes?.() ? "required" : "idle");
    }
    let isAsked = false;
    // the last to hear of it: somebody before may have made the browser ask
    addEventListener("beforeunload", (event) => (isAsked = event.defaultPrevented), over);
    const { navigation } = window as { readonly navigation?: EventTarget };
    navigation?.addEventListener("navigateerror", () => isAsked && end("required"), over);
    addEventListener("pagehide", () => clearTimeout(timer), over);
    addEventListener("pageshow", ({ persisted }) => persisted && stay(), over);
    signal.addEventListener("abort", () => {
      removePendingSignIn(pageStorages(), location.href);
      end("cancelled");
    });
    keepUpToDate(state, options, request);
  });
}

/** What is typed and sent until the page really goes counts, also where that is after a while. */
function keepUpToDate(state: string, options: ReauthOptions, request: ReauthRequest): void {
  const over = new AbortController();
  const keep = (): void => {
    const { tab } = pageStorages();
    const record = peekStored(tab, storageKeys.record);
    if (readString(record, "state") === state && isUnexpired(record)) keepPage(tab, options, request);
    else over.abort();
  };
  addEventListener("pagehide", keep, over);
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
