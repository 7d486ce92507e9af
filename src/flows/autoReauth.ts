import { attempt, ownOptions } from "../base/safely.js";
import type { ReauthFlow } from "../model/ReauthFlow.js";
import { popupReauth } from "./popupReauth.js";
import { redirectReauth } from "./redirectReauth.js";
import type { ReauthOptions } from "../oauth/ReauthOptions.js";

/** Which way a sign-in goes, and why. */
export interface FlowChoice {
  readonly flow: "popup" | "redirect";
  /** A window works here · it is the only way in a frame · QQ or WeChat shows the page · it is an app of its own · a window was blocked. */
  readonly why: "window" | "embedded" | "inAppBrowser" | "standalone" | "popupBlocked";
}

/** Everything that both ways need. */
export interface AutoReauthOptions extends ReauthOptions {
  /** Asked at each start with what the kit would do and why. What it returns is done instead. */
  readonly choose?: ((suggested: FlowChoice) => FlowChoice["flow"] | undefined) | undefined;
}

/**
 * Signs in again in a window of its own where that works. In the browsers inside QQ and WeChat, in apps on a home screen and once
 * a window was blocked, it leaves the page and comes back instead.
 * @throws TypeError in development when an option looks like a secret or an address leads astray.
 * @example
 * ```ts
 * import { tencentFetch } from "tencent-error-kit/fetch";
 * import { autoReauth } from "tencent-error-kit/flows/autoReauth";
 *
 * export const reauth = autoReauth({
 *   clientId: "100550231",
 *   redirectUri: "/tencent-callback.html",
 *   choose: ({ why }) => (why === "standalone" ? "popup" : undefined),
 *   exchange: ({ code, state, signal }) =>
 *     tencentFetch("/session/qq", {
 *       method: "POST",
 *       headers: { "content-type": "application/json" },
 *       body: JSON.stringify({ code, state }),
 *       signal,
 *     }),
 * });
 * ```
 */
export function autoReauth(options: AutoReauthOptions): ReauthFlow {
  const { choose } = ownOptions(options);
  const ways = { popup: popupReauth(options), redirect: redirectReauth(options) };
  let wasBlocked = false;
  return {
    kind: "auto",
    provider: ways.popup.provider,
    catalogs: options.catalogs,
    sharedAs: ways.popup.sharedAs,
    continuesHere: !isEmbedded(),
    // what the app would choose is not known before the click
    leavesPage: () => choose === undefined && suggest(wasBlocked).flow === "redirect",
    keepsWork: ways.redirect.keepsWork,
    prepare: () => ways[suggest(wasBlocked).flow].prepare?.(),
    start(request) {
      const suggested = suggest(wasBlocked);
      const run = ways[attempt(() => choose?.(suggested)) ?? suggested.flow].start(request);
      void run.outcome.then((outcome) => (wasBlocked ||= "reason" in outcome && outcome.reason === "popupBlocked"));
      return run;
    },
    resume: (request) => ways.redirect.resume?.(request) ?? null,
  };
}

function suggest(wasBlocked: boolean): FlowChoice {
  if (isEmbedded()) return { flow: "popup", why: "embedded" };
  if (wasBlocked) return { flow: "redirect", why: "popupBlocked" };
  if (/MicroMessenger|\b(?:QQ|TIM)\//.test(navigator.userAgent)) return { flow: "redirect", why: "inAppBrowser" };
  return isStandalone() ? { flow: "redirect", why: "standalone" } : { flow: "popup", why: "window" };
}

/** Opened from a home screen: there are no windows beside it. */
function isStandalone(): boolean {
  const isOnAppleHomeScreen = "standalone" in navigator && navigator.standalone === true;
  return isOnAppleHomeScreen || matchMedia("(display-mode: standalone), (display-mode: minimal-ui)").matches;
}

function isEmbedded(): boolean {
  return attempt(() => window.top?.location.origin) !== attempt(() => origin);
}
