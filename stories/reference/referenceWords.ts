import type { CodeRecord } from "../../src/cli/publicData.js";
import type { Audience } from "../../src/core.js";

/** What the reference says around the kit's own words. */
interface ReferenceWords {
  readonly title: string;
  readonly about: (inTable: number) => string;
  readonly find: string;
  readonly category: string;
  readonly all: string;
  readonly found: (count: number) => string;
  readonly fixer: string;
  readonly retried: string;
  readonly checks: string;
  readonly show: string;
  readonly hide: string;
  readonly readers: Readonly<Record<Audience, string>>;
  readonly retries: Readonly<Record<CodeRecord["retry"], string>>;
  readonly families: Readonly<Record<string, string>>;
}

// prettier-ignore
const en: ReferenceWords = {
  title: "Codes",
  about: (inTable) => `What each code of Tencent's open platform means, what users and developers read, and what heals it. The first ${String(inTable)} are the vendor's own table.`,
  find: "Find a code, a name or a word",
  category: "Category",
  all: "All",
  found: (count) => count === 1 ? "1 code" : `${String(count)} codes`,
  fixer: "Who can fix it",
  retried: "Tried again",
  checks: "What to check",
  show: "Show the notice",
  hide: "Hide the notice",
  readers: { user: "People read", developer: "Developers read" },
  retries: { no: "never", fix: "after a fix", auth: "after signing in", once: "once, by itself", backoff: "later, by itself", manual: "by hand" },
  families: {
    gateway: "The gateway", login: "Signing in", oauth: "Authorisation", relation: "Friends",
    connect: "QQ Connect, beyond the table", openapi: "OpenAPI, beyond the table",
  },
};

// prettier-ignore
const zh: ReferenceWords = {
  title: "错误码",
  about: (inTable) => `腾讯开放平台的每个错误码是什么意思、用户和开发者各看到什么、怎样恢复。前 ${String(inTable)} 个是腾讯自己的表。`,
  find: "查找错误码、名称或文字",
  category: "类别",
  all: "全部",
  found: (count) => `${String(count)} 个错误码`,
  fixer: "由谁解决",
  retried: "何时重试",
  checks: "检查什么",
  show: "显示提示",
  hide: "收起提示",
  readers: { user: "用户看到", developer: "开发者看到" },
  retries: { no: "不重试", fix: "修复之后", auth: "重新登录之后", once: "自动重试一次", backoff: "稍后自动重试", manual: "手动重试" },
  families: {
    gateway: "网关", login: "登录", oauth: "授权", relation: "好友",
    connect: "QQ 互联，表外", openapi: "OpenAPI，表外",
  },
};

/** In Chinese for Chinese readers, else in English. */
export function referenceWords(tag: string): ReferenceWords & { readonly lang: string } {
  return tag.startsWith("zh") ? { ...zh, lang: "zh-CN" } : { ...en, lang: "en" };
}
