import { attempt, ownOptions } from "../base/safely.js";
import { awaitCallback, type AnswerSource } from "../oauth/awaitCallback.js";
import { startSignIn, checkOptions, failedRun } from "../oauth/startSignIn.js";
import { channelName, lostAnswer } from "../oauth/callbackMessage.js";
import { removeExpired } from "../oauth/keptWork.js";
import type { ReauthFlow, ReauthOptions, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";

const lookEveryMs = 250;
const graceMs = 180_000;
const limitMs = 600_000;

/**
 * Signs in again in a window of its own, so that the page keeps everything it holds. The window opens inside the click that
 * starts the flow; the provider's page can't reach back into yours.
 * @throws TypeError in development when an option looks like a secret or an address leads astray.
 * @see https://wiki.connect.qq.com/使用authorization_code获取access_token
 * @example
 * ```ts
 * import { popupReauth } from "tencent-error-kit/flows/popupReauth";
 *
 * export const reauth = popupReauth({
 *   clientId: "100550231",
 *   redirectUri: "/tencent-callback.html",
 *   exchange: async (grant) => (await fetch("/session/qq", { method: "POST", body: JSON.stringify(grant) })).json(),
 * });
 * ```
 */
export function popupReauth(options: ReauthOptions): ReauthFlow {
  checkOptions(
    "popupReauth",
    options,
    attempt(() => location.href),
  );
  attempt(() => removeExpired({ tab: window.sessionStorage, everyTab: window.localStorage }, location.href));
  return {
    kind: "popup",
    sharedAs: `${options.clientId} ${options.redirectUri}`,
    start: (request) => start(ownOptions(options), request),
  };
}

function start(options: ReauthOptions, request: ReauthRequest): ReauthRun {
  const top = attempt(() => window.top?.location.origin);
  const begun = startSignIn(options, request, { href: location.href, origin, top });
  if ("outcome" in begun) return begun;
  const { state, address } = begun;
  // opened before anything is awaited: a browser forgets the click soon
  const popup = attempt(() => window.open("about:blank", "_blank", features()));
  if (!popup || attempt(() => popup.closed) !== false) return failedRun("popupBlocked");
  const channels = [channelName(state), lostAnswer.flow].map((name) => attempt(() => new BroadcastChannel(name)));
  // the opener is the only way back to an app in a frame of another site, or without a channel; all others cut it
  if (top === origin && channels[0] !== undefined) attempt(() => (popup.opener = null));
  attempt(() => popup.location.replace(address));
  const watchers = [listenFor(state, channels), watch(popup)];
  const { outcome, paste } = awaitCallback(state, options.exchange, request, watchers);
  return {
    outcome: outcome.finally(() => attempt(() => popup.close())),
    paste,
    focus() {
      attempt(() => popup.focus());
    },
  };
}

/** The channels and the opener's messages: which of them arrive depends on both sites' headers. */
function listenFor(state: string, channels: readonly (BroadcastChannel | undefined)[]): AnswerSource {
  const receipt = { v: 1, flow: channelName(state) };
  return ({ onMessage: hear }) => {
    const over = new AbortController();
    for (const channel of channels)
      channel?.addEventListener("message", ({ data }) => hear(data, () => channel.postMessage(receipt)), over);
    const own = origin;
    // nothing else of a stranger's message is touched: there may be a hundred thousand
    const onMessage = (event: MessageEvent<unknown>): void => {
      if (event.origin === own) hear(event.data, () => event.source?.postMessage(receipt, { targetOrigin: own }));
    };
    addEventListener("message", onMessage, over);
    return () => {
      for (const channel of channels) channel?.close();
      over.abort();
    };
  };
}

/** A window that reads as closed may only be cut off: the answer is still awaited for a while. */
function watch(popup: Window): AnswerSource {
  return ({ note, end }) => {
    let grace: ReturnType<typeof setTimeout> | undefined;
    const timer = setInterval(() => {
      if (attempt(() => popup.closed) === false) return;
      clearInterval(timer);
      note({ windowClosed: true });
      grace = setTimeout(() => end({ status: "failed", reason: "popupClosed" }), graceMs);
    }, lookEveryMs);
    const limit = setTimeout(() => end({ status: "failed", reason: "timeout" }), limitMs);
    return () => {
      clearInterval(timer);
      clearTimeout(grace);
      clearTimeout(limit);
    };
  };
}

function features(): string {
  const [width, height] = [600, 680];
  const left = Math.round(screenX + Math.max(0, (outerWidth - width) / 2));
  const top = Math.round(screenY + Math.max(0, (outerHeight - height) / 2));
  return `popup,width=${width},height=${height},left=${left},top=${top}`;
}
