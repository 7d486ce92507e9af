import type { WireSample } from "../publicData.js";
import type { Fixer, RetryRule } from "../../model/Diagnosis.js";

/** What the pages say themselves. All other words are the kit's own. */
export interface PageWords {
  readonly code: string;
  readonly unofficial: string;
  readonly what: string;
  readonly users: string;
  readonly developers: string;
  readonly steps: string;
  readonly samples: string;
  readonly noSample: string;
  readonly healing: string;
  readonly neighbours: string;
  readonly sources: string;
  readonly other: string;
  readonly name: string;
  readonly category: string;
  readonly fixer: string;
  readonly standing: string;
  readonly inTable: string;
  readonly reported: string;
  readonly answer: string;
  readonly fixers: Readonly<Record<Fixer, string>>;
  readonly retries: Readonly<Record<RetryRule, string>>;
  readonly evidence: Readonly<Record<WireSample["evidence"], string>>;
}

/** In the languages that are read by a native reader. */
export const pageWords: Readonly<Record<"zh-CN" | "en", PageWords>> = {
  en: {
    code: "Code",
    unofficial: "From tencent-error-kit, which is not made or endorsed by Tencent.",
    what: "What it is",
    users: "What users are told",
    developers: "What developers are told",
    steps: "Steps",
    samples: "Real answers",
    noSample: "No answer with this code is in the public corpus. It would look like this:",
    healing: "How it is healed",
    neighbours: "Codes of the same family",
    sources: "Sources",
    other: "中文",
    name: "Name",
    category: "Kind",
    fixer: "Mended by",
    standing: "Known from",
    inTable: "the vendor's table",
    reported: "single pages and developers' reports",
    answer: "HTTP {status}, {type}",
    fixers: { user: "the user", developer: "the developer", platform: "Tencent" },
    retries: {
      no: "Trying again does not help, and the kit does not try.",
      fix: "Trying again helps only after the cause is mended, so the kit does not try by itself.",
      auth: "The user signs in again, once for all failed calls. Then reads are fetched again, and held changes are sent after a yes.",
      once: "The kit tries once more. Then it is left to the user.",
      backoff: "The kit tries again by itself, later each time, and keeps to Retry-After.",
      manual: "The user tries again when they want to. The kit does not try by itself.",
    },
    evidence: {
      observed: "seen in an app",
      "third-party-fixture": "from another project's test",
      "official-doc": "from Tencent's documentation",
      constructed: "made after real ones",
    },
  },
  "zh-CN": {
    code: "错误码",
    unofficial: "出自 tencent-error-kit，与腾讯无关，也没有得到腾讯的认可。",
    what: "含义",
    users: "给用户看的说明",
    developers: "给开发者看的说明",
    steps: "步骤",
    samples: "真实的返回内容",
    noSample: "公开的语料里没有这个错误码的返回内容。它的样子是：",
    healing: "怎样恢复",
    neighbours: "同类的错误码",
    sources: "来源",
    other: "English",
    name: "名称",
    category: "类别",
    fixer: "由谁处理",
    standing: "出处",
    inTable: "官方的表格",
    reported: "个别页面和开发者的报告",
    answer: "HTTP {status}，{type}",
    fixers: { user: "用户", developer: "开发者", platform: "腾讯" },
    retries: {
      no: "重试没有用，工具包不会重试。",
      fix: "解决原因之后重试才有用，工具包不会自动重试。",
      auth: "用户重新登录，不管有多少调用失败，都只登录一次。之后读取的内容会重新获取，等待中的更改在用户同意后提交。",
      once: "工具包再试一次，之后由用户决定。",
      backoff: "工具包自动重试，间隔逐次变长，并遵守 Retry-After。",
      manual: "由用户决定何时重试，工具包不会自动重试。",
    },
    evidence: {
      observed: "在应用里见到的",
      "third-party-fixture": "来自其他项目的测试",
      "official-doc": "来自腾讯的文档",
      constructed: "仿照真实内容写成",
    },
  },
};
