import { answerOutcome } from "../core/answerOutcome.js";
import { attempt } from "../core/attempt.js";
import { beginFlow, ended } from "../core/beginFlow.js";
import { checkOptions } from "../core/checkOptions.js";
import { exchangeGrant } from "../core/exchangeGrant.js";
import { acceptMessage } from "../core/flowMessage.js";
import { flowRecord, isFresh, readRecord, type FlowRecord } from "../core/flowRecord.js";
import { ownOptions } from "../core/ownOptions.js";
import { read } from "../core/read.js";
import { keep, look, shelf, take } from "../core/shelf.js";
import type {
  AppState,
  ReauthFlow,
  ReauthOptions,
  ReauthOutcome,
  ReauthRequest,
  ReauthRun,
} from "../model/ReauthFlow.js";

const leaveLimitMs = 5000;
/** From the return page to the one that was left: longer no code lies in storage unused. */
const answerLifeMs = 60_000;

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
 *   exchange: async ({ code, state }) => (await fetch("/session/qq", { method: "POST", body: JSON.stringify({ code, state }) })).json(),
 * });
 * ```
 */
export function redirectReauth(options: ReauthOptions): ReauthFlow {
  checkOptions(
    "redirectReauth",
    options,
    attempt(() => location.href),
  );
  return {
    kind: "redirect",
    sharedAs: `${options.clientId} ${options.redirectUri}`,
    start: (request) => start(ownOptions(options), request),
    resume: (request) => resume(ownOptions(options), request),
  };
}

function start(options: ReauthOptions, request: ReauthRequest): ReauthRun {
  const top = attempt(() => window.top?.location.origin);
  const begun = beginFlow(options, request, { href: location.href, origin, top });
  if ("outcome" in begun) return begun;
  // a browser that is offline would show its own error page instead of this one
  if (!navigator.onLine) return ended("timeout");
  const record = flowRecord(begun.state, providerOf(options), location.href);
  if (!leaveBehind(record, options.appState)) return ended("unsupported");
  location.assign(begun.address);
  return { outcome: untilGone(request.signal) };
}

/** Nobody leaves whose work could not be saved. */
function leaveBehind(record: FlowRecord, appState: AppState | undefined): boolean {
  const storage = attempt(() => sessionStorage);
  for (const old of [shelf.answer, shelf.work]) take(storage, old);
  const { createdAt } = record;
  return (
    keep(storage, shelf.record, record) &&
    (appState === undefined || attempt(() => keep(storage, shelf.work, { createdAt, kept: appState.save() })) === true)
  );
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
      take(
        attempt(() => sessionStorage),
        shelf.record,
      );
      end("cancelled");
    });
  });
}

/** The page that was left is loaded again. On the return page itself there is nothing to finish yet. */
function resume(options: ReauthOptions, request: ReauthRequest): ReauthRun | null {
  const storage = attempt(() => sessionStorage);
  if (attempt(() => new URL(options.redirectUri, location.href).pathname !== location.pathname) !== true) return null;
  if (options.appState !== undefined) giveBack(options.appState, take(storage, shelf.work));
  const record = readRecord(look(storage, shelf.answer), location.href);
  if (record === undefined || record.provider !== providerOf(options)) return null;
  const { code, error } = acceptMessage(take(storage, shelf.answer), record.state) ?? {};
  if (!isFresh(record, answerLifeMs)) return null;
  if (code === undefined) return refused(error, request);
  request.onProgress({ status: "verifying" });
  // not at once: what `exchange` calls may be declared below the client
  const grant = { code, state: record.state };
  return { outcome: Promise.resolve().then(() => exchangeGrant(options.exchange, grant, request)) };
}

function giveBack(appState: AppState, work: unknown): void {
  if (isFresh(work)) queueMicrotask(() => appState.restore(read(work, "kept")));
}

/** Without an error the return page had an answer that this tab never asked for. */
function refused(error: string | undefined, { onRefusal }: ReauthRequest): ReauthRun {
  if (error !== undefined) return { outcome: Promise.resolve(answerOutcome(error)) };
  onRefusal("stateRefused");
  return ended("stateMismatch");
}

function providerOf({ provider = "qq" }: ReauthOptions): string {
  return provider;
}
