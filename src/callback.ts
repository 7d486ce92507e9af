import { attempt, read } from "./base/safely.js";
import { createCallbackMessage, type CallbackMessage, lostAnswer, parseCallback } from "./oauth/callbackMessage.js";
import { type PendingSignIn, readPendingSignIn, writeStored } from "./oauth/pendingSignIn.js";
import { isUnexpired, popStored, storageKeys } from "./oauth/storedSignIn.js";
import { type UserLocale, type UserWords, isWhole } from "./i18n/Locale.js";

/** The return page's options. */
export interface CallbackOptions {
  /** Default: Chinese and English together. */
  readonly locale?: UserLocale | undefined;
}

const receiptLimitMs = 1000;

// prettier-ignore
const bilingual: UserWords["callback"] = {
  done: "已登录，可以关闭此页面。 You're signed in. You can close this page.",
  failed: "登录没有完成，请在应用里重试。 Signing in didn't finish. Try again in the app.",
  elsewhere: "请回到刚才的窗口继续。 Go back to the window where you started to continue.",
  close: "关闭此页面 Close this page",
  home: "回到应用 Back to the app",
};

/**
 * Finishes a sign-in on the page that the provider comes back to: cleans the address, hands the answer to the page that
 * waits for it, then closes the window, goes back to the app or says what to do next. Call it first thing on a page of its own.
 * @example
 * ```ts
 * import { handleCallback } from "tencent-error-kit/callback";
 *
 * handleCallback();
 * ```
 */
export function handleCallback({ locale }: CallbackOptions = {}): void {
  const { href } = location;
  // before anything else can read it: a code in the address leaks into histories and referrers
  attempt(() => history.replaceState(history.state, "", location.origin + location.pathname));
  const body = bodyOf(document);
  if (body.querySelector(".te-callback")) return;
  const show = createPage(body, locale);
  const callback = parseCallback(href);
  const message = callback && createCallbackMessage(callback);
  const [tab, everyTab] = [attempt(() => sessionStorage), attempt(() => localStorage)];
  // a tab with a record of its own uses that one, valid or not
  const isOtherTab = attempt(() => tab?.getItem(storageKeys.record)) === null;
  // in one task, before anything is awaited: a state is good for one answer in this browser
  const own = readPendingSignIn(popStored(tab, storageKeys.record), href);
  const shared = readPendingSignIn(popStored(everyTab, message?.flow ?? ""), href);
  if (own) popStored(everyTab, own.flow);
  const record = isOtherTab ? shared : own;
  if (record && message?.state === record.state && isUnexpired(record)) {
    if (isOtherTab) writeStored(everyTab, record.flow, { ...record, isUsed: true });
    return shared?.isUsed ? location.replace(record.returnTo) : goBack(record, message);
  }
  const wasDone = read(history.state, "te") === 1;
  if (message === undefined) {
    if (own) return goBack(own);
    if (/[?#&](?:code|error|usercancel|state)=/.test(href)) deliver(lostAnswer);
    return show(wasDone ? "done" : "failed");
  }

  const timer = setTimeout(() => (own ? goBack(own) : show("elsewhere")), receiptLimitMs);
  deliver(message, () => {
    clearTimeout(timer);
    attempt(() => history.replaceState({ ...(history.state as object | null), te: 1 }, ""));
    window.close();
    show(message.code === undefined ? "failed" : "done");
  });

  /** Loads the page that was left. Without an answer that page learns that none came for it. */
  function goBack({ returnTo, ...flow }: PendingSignIn, answer?: CallbackMessage): void {
    if (writeStored(tab, storageKeys.answer, { ...flow, ...answer, createdAt: Date.now(), returnTo }))
      location.replace(returnTo);
    else show("failed");
  }
}

/** Sends by channel and to the opener, to this origin only. The waiting page takes the first and sends a receipt. */
function deliver(message: CallbackMessage | typeof lostAnswer, onReceipt?: () => void): void {
  const { flow } = message;
  const hear = ({ data }: MessageEvent<unknown>): void => {
    if (read(data, "flow") === flow && read(data, "state") === undefined) onReceipt?.();
  };
  attempt(() => {
    const channel = new BroadcastChannel(flow);
    channel.onmessage = hear;
    channel.postMessage(message);
  });
  attempt(() => {
    addEventListener("message", (event) => event.origin === location.origin && hear(event));
    (window.opener as Window | null)?.postMessage(message, location.origin);
  });
}

/** `document.body` can be shadowed by an element named `body`. */
function bodyOf(page: Document): HTMLElement {
  return Reflect.get<Document, "body">(Document.prototype, "body", page);
}

/** Empty until a result is shown: most windows close before. */
function createPage(
  body: HTMLElement,
  locale: UserLocale | undefined,
): (result: "done" | "failed" | "elsewhere") => void {
  const main = document.createElement("main");
  const text = document.createElement("p");
  const button = document.createElement("button");
  const home = document.createElement("a");
  main.className = "te-callback";
  main.lang = locale?.tag ?? "zh";
  main.dir = locale?.dir ?? "ltr";
  text.role = "status";
  button.type = "button";
  button.onclick = () => window.close();
  home.href = "/";
  body.append(main);
  const whole = locale && isWhole(locale.words) ? locale.words : undefined;
  const later = whole === undefined ? locale?.later?.load() : undefined;
  return (result) => {
    const say = (words = bilingual): void => {
      text.textContent = words[result];
      button.textContent = words.close;
      home.textContent = words.home;
    };
    say(whole?.callback);
    later?.then(({ callback }) => say(callback)).catch(() => undefined);
    main.append(text, button, " ", home);
  };
}
