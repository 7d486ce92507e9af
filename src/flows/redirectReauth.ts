import { accountIdOf } from "../base/accountId.js";
import { createChunk } from "../base/chunk.js";
import { createOnlineCheck } from "../base/onlineCheck.js";
import { attempt, ownOptions, readString } from "../base/safely.js";
import type { ReauthFlow, ReauthOutcome, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";
import { checkOptions, providerOf } from "../oauth/checkOptions.js";
import { takePage } from "../oauth/keptWork.js";
import type { ReauthOptions } from "../oauth/ReauthOptions.js";
import {
  answerLifeMs,
  belongsTo,
  isUnexpired,
  pageStorages,
  peekStored,
  registrationOf,
  storageKeys,
} from "../oauth/storedSignIn.js";

/** All that leaving the page and finishing a sign-in needs. */
const signInChunk = /* @__PURE__ */ createChunk(async () => import("../oauth/redirectSignIn.js"));

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
  checkOptions(
    "redirectReauth",
    options,
    attempt(() => location.href),
  );
  const isOnline = createOnlineCheck();
  if (hasLeftovers()) signInChunk.use(({ removeLeftovers }) => removeLeftovers());
  return {
    kind: "redirect",
    ...{ provider: providerOf(options), catalogs: options.catalogs, leavesPage: () => true },
    ...{ sharedAs: `${options.clientId} ${options.redirectUri}`, keepsWork: options.appState !== undefined },
    prepare: () => signInChunk.use(() => undefined),
    start(request) {
      // a browser that is offline would show its own error page instead of this one
      if (!isOnline()) return { outcome: Promise.resolve({ status: "failed", reason: "timeout" }) };
      const own = ownOptions(options);
      return whenThere(request, ({ leavePage }) => leavePage(own, request));
    },
    resume: (request) => comeBack(ownOptions(options), request),
  };
}

/** The page that was left is loaded again. On the return page itself there is nothing to finish yet. */
function comeBack(options: ReauthOptions, request: ReauthRequest): ReauthRun | null {
  if (isReturnPage(options)) return null;
  const { tab } = pageStorages();
  const registration = registrationOf(options);
  const answer = peekStored(tab, storageKeys.answer);
  const isAnswered = belongsTo(registration, answer) && isUnexpired(answer, answerLifeMs);
  const isSigningIn = isAnswered && readString(answer, "code") !== undefined;
  const page = takePage(tab, registration, options.appState);
  const current = (): string | undefined => accountIdOf(attempt(() => request.accountId?.()));
  // a draft is given back to its own account only: at once, unless the sign-in has yet to tell which one it is
  const isAtOnce = !isSigningIn || page?.owner === undefined;
  if (isAtOnce) page?.giveBack(current());
  if (page?.owner !== undefined) request.onOwner?.(page.owner);
  const tell = (): void => {
    if (page !== undefined && page.changes > 0) request.onUnsent?.(page.changes);
  };
  if (!isAnswered) {
    tell();
    return null;
  }
  if (isSigningIn) request.onProgress({ status: "verifying" });
  const run = whenThere(request, ({ finish }) => finish(options, request));
  void run.outcome.then((outcome) => {
    const came = outcome.status === "succeeded" ? outcome.accountId : undefined;
    // not before the client knows who it is
    queueMicrotask(() => {
      tell();
      if (!isAtOnce) page.giveBack(came ?? current());
    });
  });
  return run;
}

/** Servers rename pages: what has this tab's state in its address is the return page as well. */
function isReturnPage({ redirectUri }: ReauthOptions): boolean {
  const state = readString(peekStored(pageStorages().tab, storageKeys.record), "state");
  const isAnswer = state !== undefined && location.href.includes(state);
  return isAnswer || attempt(() => new URL(redirectUri, location.href).pathname !== location.pathname) !== true;
}

type SignIn = NonNullable<ReturnType<typeof signInChunk.now>>;

/** Begins at once where the code is there, else when it comes. */
function whenThere(request: ReauthRequest, begin: (signIn: SignIn) => ReauthRun): ReauthRun {
  const found = signInChunk.now();
  return found === undefined ? { outcome: later(request, begin) } : begin(found);
}

async function later(request: ReauthRequest, begin: (signIn: SignIn) => ReauthRun): Promise<ReauthOutcome> {
  const found = await signInChunk.load().catch(() => undefined);
  if (request.signal.aborted) return { status: "cancelled" };
  return found === undefined ? { status: "failed", reason: "timeout" } : begin(found).outcome;
}

/** Whether a sign-in of this origin has kept something. */
function hasLeftovers(): boolean {
  const { tab, everyTab } = pageStorages();
  const keys = [tab, everyTab].flatMap((storage) => attempt(() => Object.keys(storage ?? {})) ?? []);
  return keys.some((key) => key.startsWith("te-"));
}
