import { type Chunk, createChunk } from "../base/chunk.js";
import type { FirstWords, LaterWords, UserLocale, Words } from "./Locale.js";

const title = "出了点问题 · Something went wrong";
const description =
  "可以稍后再试。联系客服时，请提供错误码。 Try again later. If you contact support, mention the code.";
const unknown: Words = { title, description };
const signIn: Words = {
  title: "QQ 登录已失效 · Your QQ sign-in is no longer valid",
  description: "重新登录后可以继续。 Sign in again to continue.",
};

const later: Chunk<LaterWords> = /* @__PURE__ */ createChunk(
  async () => (await import("./fallbackLaterWords.js")).fallbackLaterWords,
);

const words: FirstWords = {
  // what is not here is unknown to `resolve`; these are read by their names as well
  categories: { reauth: signIn, request: unknown, unknown } as FirstWords["categories"],
  titles: {},
  codes: {},
  actions: {
    reauthorize: "重新登录 · Sign in again",
    retry: "重试 · Retry",
    openTicket: "联系客服 · Contact support",
    readDocs: "查看文档 · Read the guide",
    copyReport: "复制错误信息 · Copy error details",
    dismiss: "关闭 · Close",
  },
  labels: {
    code: "错误码 · Code {code}",
    details: "详情 · Details",
    stale: "{time}",
    affected: { other: "{count} 项内容 · {count} items" },
    retrying: "正在重试… · Trying again…",
    switchAccount: "换个账号 · Use another account",
    opensNewWindow: "新窗口 · New window",
    tookTooLong: title,
    reloadPage: "请重新加载本页。 Reload this page.",
  },
};

/** What a notice says where nothing gave it a language: one sentence in two, for everything. */
export const fallbackLocale: UserLocale = { tag: "zh", dir: "ltr", reviewed: true, words, later };
