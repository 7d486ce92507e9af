import type { LaterWords } from "./Locale.js";

const title = "出了点问题 · Something went wrong";
const description =
  "可以稍后再试。联系客服时，请提供错误码。 Try again later. If you contact support, mention the code.";

const labels: LaterWords["labels"] = {
  serverSaid: title,
  resumed: { other: "{count} 项内容 · {count} items" },
  waitingChanges: { other: "{count} 项更改 · {count} changes" },
  sentChanges: { other: "{count} 项更改 · {count} changes" },
  retryIn: { other: "{count} 秒后自动重试 · Trying again in {count} s" },
  retryAt: "{time}",
  willRetry: title,
  offline: title,
  copied: "已复制 · Copied",
  copyFailed: title,
  cancel: "取消 · Cancel",
  done: "我已登录 · I have signed in",
  tryAgain: "重试 · Try again",
  takeOver: "在此登录 · Sign in here",
  continueHere: "在本页继续 · Continue here",
  send: "发送 · Send",
  discard: "放弃 · Discard",
  stuck: title,
  paste: title,
  check: "检查 · Check",
  pasteUnclear: title,
  showWindow: "显示 QQ 窗口 · Show the QQ window",
  lastAccount: "QQ",
  otherNamed: "{account} → {other}",
  notSent: { other: "{count} 项更改没有提交。 Changes not sent: {count}." },
  unsent: "请重新提交。 Please send them again.",
  signedInAs: "{name}",
  unsureAccount: "",
  blockedHere: "浏览器拦截了 QQ 页面。 The browser blocked the QQ page.",
  leavesPage: "没有保存的内容会丢失。 What isn't saved is lost.",
  reloadsPage: "请重新提交。 Please send them again.",
  closeWindow: "可以关闭 QQ 窗口。 You can close the QQ window.",
  continueAs: "用此账号继续 · Continue: {name}",
  switchBack: "换回 · Back: {name}",
  useThisAccount: "用此账号继续 · Continue with this account",
  otherAccount: title,
  newWindow: "打开新窗口 · Open in a new window",
  healed: title,
  loadAgain: "重新加载 · Load again",
  loadToContinue: title,
};

const ticket: LaterWords["ticket"] = {
  title,
  description: title,
  pasteThere: title,
  happened: "发生了什么？ · What happened?",
  sentAlong: title,
  text: "错误信息 · Error details",
  copyNumber: "复制编号 · Copy the reference",
  files: title,
  download: "下载 · Download",
  openDesk: "客服 · Support",
  send: "发送 · Send",
  sending: "发送中 · Sending",
  sent: "已发送 · Sent",
  sentAs: "已发送 · Sent: {id}",
  failed: title,
};

/** What is said from a first notice on where nothing gave it a language: a button has its word, all else is one sentence. */
export const fallbackLaterWords: LaterWords = {
  labels,
  ticket,
  prompt: /* @__PURE__ */ any(
    { title, description },
    {
      required: {
        title: "QQ 登录已失效 · Your QQ sign-in is no longer valid",
        description: "重新登录后可以继续。 Sign in again to continue.",
      },
      succeeded: { title: "已登录 · You're signed in", description: "" },
      confirm: { title: { other: "提交 {count} 项更改？ · Send {count} changes?" }, description: "" },
    },
  ) as LaterWords["prompt"],
  reasons: /* @__PURE__ */ any(description) as LaterWords["reasons"],
  callback: /* @__PURE__ */ any(title) as LaterWords["callback"],
};

function any(fallback: object | string, known: object = {}): unknown {
  return new Proxy(known, { get: (found, key) => (Reflect.get(found, key) as unknown) ?? fallback });
}
