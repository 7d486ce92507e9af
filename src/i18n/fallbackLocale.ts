import type { UserLocale, Words } from "../model/Locale.js";

const title = "出了点问题 · Something went wrong";
const description = "可以稍后再试，或把代码告诉客服。 Try again later, or tell support the code.";

/** What a notice says where nothing gave it a language: one sentence in two, for everything. */
export function fallbackLocale(): UserLocale {
  const words: Words = { title, description };
  return { tag: "zh", dir: "ltr", reviewed: true, words: everything(words) as UserLocale["words"] };
}

/** Answers every look-up: with words where words are asked for, with the title where a text is. */
function everything(words: Words): unknown {
  const texts = {
    code: "{code}",
    retry: "重试 · Retry",
    tryAgain: "重试 · Try again",
    loadAgain: "重新加载 · Load again",
    retrying: "正在重试… · Trying again…",
    reauthorize: "重新登录 · Sign in again",
    openTicket: "联系客服 · Contact support",
    readDocs: "查看文档 · Read the guide",
    copyReport: "复制 · Copy",
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
    text: "报告 · Report",
    sent: "已发送 · Sent",
    sentAs: "已发送 · Sent: {id}",
  };
  const signIn: Words = {
    title: "请重新登录 · Please sign in again",
    description: "登录后即可继续。 Sign in to continue.",
  };
  const states = {
    reauth: signIn,
    required: signIn,
    succeeded: { title: "已登录 · You're signed in", description: "" },
  };
  const any = (fallback: object | string, known: object = texts): unknown =>
    new Proxy(known, { get: (found, key) => (Reflect.get(found, key) as unknown) ?? fallback });
  return {
    categories: any(words, states),
    codes: {},
    actions: any(title),
    prompt: any(words, states),
    reasons: any(description),
    labels: any(title),
    ticket: any(title),
    callback: any(title),
  };
}
