import { attempt } from "./core/attempt.js";
import { channelOf, flowMessage, type FlowMessage } from "./core/flowMessage.js";
import { readCallback } from "./core/readCallback.js";
import type { UserLocale } from "./model/Locale.js";

/** How the return page speaks. */
export interface CallbackOptions {
  /** Default: Chinese and English together. */
  readonly locale?: UserLocale | undefined;
}

const closeAfterMs = 150;

// prettier-ignore
const bilingual = {
  done: "完成了，可以回到原来的窗口。 Done. You can go back to the first window.",
  failed: "这里没有可用的登录结果，请回到原来的窗口再试一次。 There is no sign-in to finish here. Go back to the first window and try again.",
  close: "关闭窗口 Close this window",
  home: "回到首页 Home",
};

/**
 * Finishes a sign-in on the page that the provider comes back to: cleans the address, hands the answer to the page that
 * waits, closes the window or says what to do next. Call it once, first thing, on that page.
 * @example
 * ```ts
 * import { handleCallback } from "tencent-error-kit/callback";
 *
 * handleCallback();
 * ```
 */
export function handleCallback({ locale }: CallbackOptions = {}): void {
  const callback = readCallback(location.href);
  // before anything else can read it: a code in the address leaks into histories and referrers
  history.replaceState(null, "", location.pathname);
  const message = callback && flowMessage(callback);
  if (message !== undefined) deliver(message);
  setTimeout(() => {
    if (message !== undefined) window.close();
    show(message === undefined ? "failed" : "done", locale);
  }, closeAfterMs);
}

/** On all three channels, to this origin only: the page that waits takes the first. */
function deliver(message: FlowMessage): void {
  const name = channelOf(message.state);
  attempt(() => {
    const channel = new BroadcastChannel(name);
    channel.postMessage(message);
    setTimeout(() => channel.close(), closeAfterMs);
  });
  attempt(() => {
    (window.opener as Window | null)?.postMessage(message, location.origin);
  });
  attempt(() => {
    localStorage.setItem(name, JSON.stringify(message));
    localStorage.removeItem(name);
  });
}

/** The browser may refuse to close a window that it did not open for us. */
function show(result: "done" | "failed", locale: UserLocale | undefined): void {
  const words = locale?.words.callback ?? bilingual;
  const main = document.createElement("main");
  const text = document.createElement("p");
  const button = document.createElement("button");
  main.className = "te-callback";
  main.lang = locale?.tag ?? "zh";
  main.dir = locale?.dir ?? "ltr";
  text.textContent = words[result];
  button.type = "button";
  button.textContent = words.close;
  button.onclick = () => window.close();
  const home = document.createElement("a");
  home.href = "/";
  home.textContent = words.home;
  main.append(text, button, " ", home);
  document.body.append(main);
}
