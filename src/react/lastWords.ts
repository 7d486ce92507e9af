import type { UserLocale, Words } from "../model/Locale.js";

const title = "出了点问题 · Something went wrong";
const description = "可以稍后再试，或把代码告诉客服。 Try again later, or tell support the code.";

/** What a notice says where nothing gave it a language: one sentence in two, for everything. */
export function lastWords(): UserLocale {
  const words: Words = { title, description };
  return { tag: "zh", dir: "ltr", reviewed: true, words: everything(words) as UserLocale["words"] };
}

/** Answers every look-up: with words where words are asked for, with the title where a text is. */
function everything(words: Words): unknown {
  const texts = {
    code: "{code}",
    retry: "重试 · Retry",
    copyReport: "复制 · Copy",
    dismiss: "关闭 · Close",
    copied: "已复制 · Copied",
    download: "下载 · Download",
    openDesk: "客服 · Support",
    send: "发送 · Send",
    sending: "发送中 · Sending",
    cancel: "取消 · Cancel",
    text: "报告 · Report",
    sent: "已发送 · Sent",
    sentAs: "已发送 · Sent: {id}",
  };
  const any = (fallback: object | string): unknown =>
    new Proxy(texts, { get: (known, key) => (Reflect.get(known, key) as unknown) ?? fallback });
  return {
    categories: any(words),
    codes: {},
    actions: any(title),
    prompt: any(words),
    reasons: any(description),
    labels: any(title),
    ticket: any(title),
    callback: any(title),
  };
}
