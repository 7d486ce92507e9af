import { accountIdOf } from "../base/accountId.js";
import { createOnlineCheck } from "../base/onlineCheck.js";
import { outcomeOfError, exchangeCode } from "../oauth/exchangeCode.js";
import { attempt, ownOptions } from "../base/safely.js";
import { checkOptions, providerOf } from "../oauth/checkOptions.js";
import { startSignIn, failedRun } from "../oauth/startSignIn.js";
import { validateMessage, parseCallback } from "../oauth/callbackMessage.js";
import {
  createPendingSignIn,
  removePendingSignIn,
  isUnexpired,
  belongsTo,
  writePendingSignIn,
  peekStored,
  readPendingSignIn,
  registrationOf,
  storageKeys,
  type SignInStorages,
  popStored,
} from "../oauth/pendingSignIn.js";
import { answerLifeMs, saveAppState, removeExpired, restoreAppState } from "../oauth/keptWork.js";
import type { ReauthFlow, ReauthOutcome, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";
import type { ReauthOptions } from "../oauth/ReauthOptions.js";

const leaveLimitMs = 5000;

/**
 * Signs in again by leaving the page, and comes back to it: for browsers that open no windows. What the page holds is lost but
 * for what `appState` saves. The return page hands the answer on, and the page that makes its client next finishes the sign-in.
 * @throws TypeError in development when an option looks like a secret or an address leads astray.
 * @see https://wiki.connect.qq.com/使用authorization_code获取access_token
 * @example
 * ```ts
 * import { redirectReauth } from "tencent-error-kit/flows/redirectReauth";
 *
 * let draft = "";
 * export const reauth = redirectReauth({
 *   clientId: "100550231",
 *   redirectUri: "/tencent-callback.html",
 *   appState: { save: () => draft, restore: (kept) => void (draft = String(kept)) },
 *   exchange: ({ code, state }) => api.post("/session/qq", { code, state }), // JSON to your server
 * });
 * ```
 */
export function redirectReauth(options: ReauthOptions): ReauthFlow {
  const href = attempt(() => location.href);
  checkOptions("redirectReauth", options, href);
  attempt(() => removeExpired(storages(), location.href));
  const isOnline = createOnlineCheck();
  return {
    kind: "redirect",
    ...{ provider: providerOf(options), catalogs: options.catalogs, leavesPage: () => true },
    ...{ sharedAs: `${options.clientId} ${options.redirectUri}`, keepsWork: options.appState !== undefined },
    // a browser that is offline would show its own error page instead of this one
    start: (request) => (isOnline() ? start(ownOptions(options), request) : failedRun("timeout")),
    resume: (request) => resume(ownOptions(options), request),
  };
}

function start(options: ReauthOptions, request: ReauthRequest): ReauthRun {
  const top = attempt(() => window.top?.location.origin);
  const begun = startSignIn(options, request, { href: location.href, origin, top });
  if ("outcome" in begun) return begun;
  if (!leaveBehind(begun.state, options, request)) return failedRun("unsupported");
  location.assign(begun.address);
  return { outcome: untilGone(request.signal) };
}

/** Keeps the pending sign-in and the app's work. False where that failed: then the page is not left. */
function leaveBehind(state: string, options: ReauthOptions, request: ReauthRequest): boolean {
  const kept = storages();
  removePendingSignIn(kept, location.href);
  for (const old of [storageKeys.answer, storageKeys.work]) popStored(kept.tab, old);
  const { appState } = options;
  const registration = registrationOf(options);
  if (!writePendingSignIn(kept, createPendingSignIn(state, registration, location.href))) return false;
  if (appState === undefined || saveAppState(kept.tab, registration, appState, accountOf(request))) return true;
  removePendingSignIn(kept, location.href);
  return false;
}

function storages(): SignInStorages {
  return { tab: attempt(() => window.sessionStorage), everyTab: attempt(() => window.localStorage) };
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
      removePendingSignIn(storages(), location.href);
      end("cancelled");
    });
  });
}

/** The page that was left is loaded again. On the return page itself there is nothing to finish yet. */
function resume(options: ReauthOptions, request: ReauthRequest): ReauthRun | null {
  if (isReturnPage(options)) return null;
  const giveBack = options.appState && restoreAppState(storages().tab, registrationOf(options), options.appState);
  const run = finish(options, request);
  // not before the account is known: a draft is given back to its own account only
  const restore = (outcome?: ReauthOutcome): void => {
    const came = outcome?.status === "succeeded" ? outcome.accountId : undefined;
    queueMicrotask(() => giveBack?.(came ?? accountOf(request)));
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
  const record = readPendingSignIn(peekStored(storages().tab, storageKeys.record), location.href);
  const isAnswer = record !== undefined && parseCallback(location.href)?.state === record.state;
  return isAnswer || attempt(() => new URL(redirectUri, location.href).pathname !== location.pathname) !== true;
}

function finish(options: ReauthOptions, request: ReauthRequest): ReauthRun | null {
  const { tab } = storages();
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
