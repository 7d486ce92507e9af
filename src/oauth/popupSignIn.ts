import { attempt } from "../base/safely.js";
import type { ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";
import { awaitCallback, type AnswerSource } from "./awaitCallback.js";
import { channelName, lostAnswer } from "./callbackMessage.js";
import { removeExpired } from "./pendingSignIn.js";
import { failedRun, startSignIn } from "./startSignIn.js";
import type { ReauthOptions } from "./ReauthOptions.js";
import { pageStorages } from "./storedSignIn.js";

const lookEveryMs = 250;
const graceMs = 180_000;
const limitMs = 600_000;

/** Removes what an earlier sign-in has left behind for longer than it may. */
export function forgetExpired(): void {
  attempt(() => removeExpired(pageStorages(), location.href));
}

/** Signs in in a window of its own, which `open` opens or has opened in the click: nothing is awaited before. */
export function signIn(options: ReauthOptions, request: ReauthRequest, open: () => Window | undefined): ReauthRun {
  const top = attempt(() => window.top?.location.origin);
  const begun = startSignIn(options, request, { href: location.href, origin, top });
  if ("outcome" in begun) return begun;
  const { state, address } = begun;
  const popup = open();
  if (popup === undefined) return failedRun("popupBlocked");
  const channels = [channelName(state), lostAnswer.flow].map((name) => attempt(() => new BroadcastChannel(name)));
  // the opener is the only way back to an app in a frame of another site, or without a channel; all others cut it
  if (top === origin && channels[0] !== undefined) attempt(() => (popup.opener = null));
  attempt(() => popup.location.replace(address));
  const sources = [listenFor(state, channels), watch(popup)];
  const leavesWindow = (): boolean => attempt(() => popup.closed) === false && !canClose(popup);
  const { outcome, paste } = awaitCallback(state, options.exchange, request, sources);
  return {
    outcome: outcome.then((ended) => {
      // the return page is of this origin
      if (ended.status === "succeeded" || canClose(popup)) attempt(() => popup.close());
      return ended.status === "failed" && leavesWindow() ? { ...ended, windowLeft: true } : ended;
    }),
    paste,
    focus() {
      attempt(() => popup.focus());
    },
    leavesWindow,
  };
}

/** Without its opener, a window that shows another site can be closed in Firefox only; others say in the console that they refuse. */
function canClose(popup: Window): boolean {
  return navigator.vendor === "" || attempt(() => popup.opener !== null || popup.location.href !== "") === true;
}

/** The channels and the opener's messages: which of them arrive depends on both sites' headers. */
function listenFor(state: string, channels: readonly (BroadcastChannel | undefined)[]): AnswerSource {
  const receipt = { v: 1, flow: channelName(state) };
  return ({ onMessage: receive }) => {
    const over = new AbortController();
    for (const channel of channels)
      channel?.addEventListener("message", ({ data }) => receive(data, () => channel.postMessage(receipt)), over);
    const own = origin;
    // of another site's message no other field is read: a page may be sent a hundred thousand of them
    const onMessage = (event: MessageEvent<unknown>): void => {
      if (event.origin === own) receive(event.data, () => event.source?.postMessage(receipt, { targetOrigin: own }));
    };
    addEventListener("message", onMessage, over);
    return () => {
      for (const channel of channels) channel?.close();
      over.abort();
    };
  };
}

/** A window that reads as closed may only be cut off by the provider's headers: the answer is still awaited for a while. */
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
