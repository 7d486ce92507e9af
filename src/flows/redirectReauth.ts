import { createChunk } from "../base/chunk.js";
import { createOnlineCheck } from "../base/onlineCheck.js";
import { attempt, ownOptions } from "../base/safely.js";
import type { ReauthFlow, ReauthOutcome, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";
import { checkOptions, providerOf } from "../oauth/checkOptions.js";
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

/** All that leaving the page and coming back to it needs. */
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
      return signInChunk.now()?.leavePage(own, request) ?? later(request, ({ leavePage }) => leavePage(own, request));
    },
    resume: (request) => resume(ownOptions(options), request),
  };
}

type SignIn = NonNullable<ReturnType<typeof signInChunk.now>>;

/** The page that was left is loaded again: what it left behind is in the tab's storage, and seldom anything is. */
function resume(options: ReauthOptions, request: ReauthRequest): ReauthRun | null {
  const found = signInChunk.now();
  if (found !== undefined) return found.comeBack(options, request);
  const answer = peekStored(pageStorages().tab, storageKeys.answer);
  if (belongsTo(registrationOf(options), answer) && isUnexpired(answer, answerLifeMs)) {
    // at once: until the answer is taken, nothing that fails asks for another sign-in
    request.onProgress({ status: "verifying" });
    return later(request, ({ comeBack }) => comeBack(options, request));
  }
  if (hasLeftovers()) signInChunk.use(({ comeBack }) => comeBack(options, request));
  return null;
}

/** What begins when the code is there. */
function later(request: ReauthRequest, begin: (signIn: SignIn) => ReauthRun | null): ReauthRun {
  async function goOn(): Promise<ReauthOutcome> {
    const found = await signInChunk.load().catch(() => undefined);
    if (request.signal.aborted) return { status: "cancelled" };
    if (found === undefined) return { status: "failed", reason: "timeout" };
    return begin(found)?.outcome ?? { status: "idle" };
  }
  return { outcome: goOn() };
}

/** Whether a sign-in of this origin has kept something. */
function hasLeftovers(): boolean {
  const { tab, everyTab } = pageStorages();
  const keys = [tab, everyTab].flatMap((storage) => attempt(() => Object.keys(storage ?? {})) ?? []);
  return keys.some((key) => key.startsWith("te-"));
}
