import { createOnlineCheck } from "../base/onlineCheck.js";
import { attempt, ownOptions } from "../base/safely.js";
import type { ReauthFlow } from "../model/ReauthFlow.js";
import { checkOptions, providerOf } from "../oauth/checkOptions.js";
import { pageStorages, removeExpired } from "../oauth/keptWork.js";
import type { ReauthOptions } from "../oauth/ReauthOptions.js";
import { comeBack, leavePage } from "../oauth/redirectSignIn.js";
import { failedRun } from "../oauth/startSignIn.js";

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
  attempt(() => removeExpired(pageStorages(), location.href));
  const isOnline = createOnlineCheck();
  return {
    kind: "redirect",
    ...{ provider: providerOf(options), catalogs: options.catalogs, leavesPage: () => true },
    ...{ sharedAs: `${options.clientId} ${options.redirectUri}`, keepsWork: options.appState !== undefined },
    // a browser that is offline would show its own error page instead of this one
    start: (request) => (isOnline() ? leavePage(ownOptions(options), request) : failedRun("timeout")),
    // at once: what was typed has to be there before the page is drawn
    resume: (request) => comeBack(ownOptions(options), request),
  };
}
