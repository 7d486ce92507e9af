import { accountIdOf } from "../base/accountId.js";
import { attempt } from "../base/safely.js";
import type { ReauthOutcome, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";
import { parseCallback, validateMessage } from "./callbackMessage.js";
import { exchangeCode, outcomeOfError } from "./exchangeCode.js";
import { answerLifeMs, keepPage, pageStorages, takePage } from "./keptWork.js";
import {
  belongsTo,
  createPendingSignIn,
  isUnexpired,
  peekStored,
  popStored,
  readPendingSignIn,
  registrationOf,
  removePendingSignIn,
  storageKeys,
  writePendingSignIn,
} from "./pendingSignIn.js";
import type { ReauthOptions } from "./ReauthOptions.js";
import { failedRun, startSignIn } from "./startSignIn.js";

const leaveLimitMs = 5000;

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

/** The page that was left is loaded again. On the return page itself there is nothing to finish yet. */
export function comeBack(options: ReauthOptions, request: ReauthRequest): ReauthRun | null {
  if (isReturnPage(options)) return null;
  const giveBack = takePage(pageStorages().tab, registrationOf(options), options.appState, request);
  const run = finish(options, request);
  // not before the account is known: a draft is given back to its own account only
  const restore = (outcome?: ReauthOutcome): void => {
    const came = outcome?.status === "succeeded" ? outcome.accountId : undefined;
    queueMicrotask(() => giveBack(came ?? accountOf(request)));
  };
  if (run === null) restore();
  else void run.outcome.then(restore);
  return run;
}

/** Who is signed in as far as the client knows. */
function accountOf(request: ReauthRequest): string | undefined {
  return accountIdOf(attempt(() => request.accountId?.()));
}

/** Servers rename pages: what has this tab's answer in its address is the return page as well. */
function isReturnPage({ redirectUri }: ReauthOptions): boolean {
  const record = readPendingSignIn(peekStored(pageStorages().tab, storageKeys.record), location.href);
  const isAnswer = record !== undefined && parseCallback(location.href)?.state === record.state;
  return isAnswer || attempt(() => new URL(redirectUri, location.href).pathname !== location.pathname) !== true;
}

function finish(options: ReauthOptions, request: ReauthRequest): ReauthRun | null {
  const { tab } = pageStorages();
  const record = readPendingSignIn(peekStored(tab, storageKeys.answer), location.href);
  if (record === undefined || !belongsTo(registrationOf(options), record)) return null;
  const { code, error } = validateMessage(popStored(tab, storageKeys.answer), record.state) ?? {};
  if (!isUnexpired(record, answerLifeMs)) return null;
  if (code === undefined) return refused(error, request);
  request.onProgress({ status: "verifying" });
  // not at once: what `exchange` calls may be declared below the client
  const grant = { code, state: record.state };
  return { outcome: Promise.resolve().then(() => exchangeCode(options.exchange, grant, request)) };
}

/** Without an error the return page had an answer that this tab never asked for. */
function refused(error: string | undefined, { onRefusal }: ReauthRequest): ReauthRun {
  if (error !== undefined) return { outcome: Promise.resolve(outcomeOfError(error)) };
  onRefusal("stateRefused");
  return failedRun("stateMismatch");
}
