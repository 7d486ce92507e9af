import type { UserLocale, Words } from "./Locale.js";

const title = "出了点问题 · Something went wrong";
const description =
  "可以稍后再试。联系客服时，请提供错误码。 Try again later. If you contact support, mention the code.";

/** What a notice says where nothing gave it a language: one sentence in two, for everything. */
export function fallbackLocale(): UserLocale {
  const words: Words = { title, description };
  return { tag: "zh", dir: "ltr", reviewed: true, words: everything(words) as UserLocale["words"] };
}

/**
 * Answers every look-up: with words where words are asked for, with the title where a text is. A proxy, since a plain object would
 * put all keys of `UserWords` into each page's bundle, for a language that is shown only where the app gave none.
 */
function everything(words: Words): unknown {
  const texts = {
    code: "错误码 · Code {code}",
    retry: "重试 · Retry",
    tryAgain: "重试 · Try again",
    loadAgain: "重新加载 · Load again",
    reloadPage: "请重新加载本页。 Reload this page.",
    retrying: "正在重试… · Trying again…",
    reauthorize: "重新登录 · Sign in again",
    openTicket: "联系客服 · Contact support",
    readDocs: "查看文档 · Read the guide",
    copyReport: "复制错误信息 · Copy error details",
    dismiss: "关闭 · Close",
    copied: "已复制 · Copied",
    download: "下载 · Download",
    openDesk: "客服 · Support",
    send: "发送 · Send",
    sending: "发送中 · Sending",
    cancel: "取消 · Cancel",
    done: "我已登录 · I have signed in",
    takeOver: "在此登录 · Sign in here",
    continueHere: "在本页继续 · Continue here",
    switchAccount: "换个账号 · Use another account",
    useThisAccount: "用此账号继续 · Continue with this account",
    newWindow: "打开新窗口 · Open in a new window",
    discard: "放弃 · Discard",
    check: "检查 · Check",
    text: "错误信息 · Error details",
    sent: "已发送 · Sent",
    sentAs: "已发送 · Sent: {id}",
    stale: "{time}",
    retryAt: "{time}",
    affected: { other: "{count} 项内容 · {count} items" },
    resumed: { other: "{count} 项内容 · {count} items" },
    waitingChanges: { other: "{count} 项更改 · {count} changes" },
    sentChanges: { other: "{count} 项更改 · {count} changes" },
    loses: { other: "" },
    otherNamed: "{account} → {other}",
    continueAs: "用此账号继续 · Continue: {name}",
    switchBack: "换回 · Back: {name}",
    showWindow: "显示 QQ 窗口 · Show the QQ window",
    lastAccount: "QQ",
    happened: "发生了什么？ · What happened?",
    copyNumber: "复制编号 · Copy the reference",
    retryIn: { other: "{count} 秒后自动重试 · Trying again in {count} s" },
  };
  const signIn: Words = {
    title: "QQ 登录已失效 · Your QQ sign-in is no longer valid",
    description: "重新登录后可以继续。 Sign in again to continue.",
  };
  const states = {
    reauth: signIn,
    required: signIn,
    succeeded: { title: "已登录 · You're signed in", description: "" },
    confirm: { title: { other: "提交 {count} 项更改？ · Send {count} changes?" }, description: "" },
  };
  const any = (fallback: object | string, known: object = texts): unknown =>
    new Proxy(known, { get: (found, key) => (Reflect.get(found, key) as unknown) ?? fallback });
  return {
    categories: any(words, states),
    titles: {},
    codes: {},
    actions: any(title),
    prompt: any(words, states),
    reasons: any(description),
    labels: any(title),
    ticket: any(title),
    callback: any(title),
  };
}
