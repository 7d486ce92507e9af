import type { Locale } from "../../src/core.js";
import type { BreakId } from "./breaks.js";
import type { StepName } from "./timeline.js";

/** What the first page says around the app. */
export interface StartWords {
  /** In parts that stay on a line of their own where there is no room. */
  readonly lead: readonly string[];
  readonly text: string;
  readonly links: { readonly start: string; readonly reference: string; readonly gallery: string };
  readonly breakIt: { readonly title: string; readonly hint: string };
  readonly breaks: Readonly<Record<BreakId, { readonly label: string; readonly hint: string }>>;
  readonly backOnline: string;
  readonly ways: { readonly title: string; readonly popup: string; readonly redirect: string };
  readonly timeline: { readonly title: string; readonly none: string; readonly events: string };
  readonly steps: Readonly<Record<StepName, string>>;
  readonly facts: {
    readonly waits: (count: number) => string;
    readonly yours: string;
    readonly signedIn: string;
    readonly retryBy: string;
    readonly report: string;
    readonly seconds: (count: string) => string;
  };
}

// prettier-ignore
const english: StartWords = {
  lead: ["A call to Tencent fails.", " One button heals it."],
  text: "Below is a small app on TanStack Query, live against a sandbox of Tencent's servers. Break it, use it, and watch what happens.",
  links: { start: "Getting started", reference: "Look up a code", gallery: "All notices" },
  breakIt: { title: "Break it", hint: "Each button changes what the servers answer, then the app asks again." },
  breaks: {
    password: { label: "QQ password changed", hint: "The token is no longer valid. Sign in again in the window." },
    permission: { label: "A permission is missing", hint: "The sign-in is fine, this call isn't covered by it." },
    account: { label: "Another person signs in", hint: "Choose 韩梅梅 on the QQ page: nothing of 小明's is shown or sent." },
    rateLimit: { label: "Too many calls", hint: "The server says: come back in 5 seconds." },
    server: { label: "The app's own server fails", hint: "Three tries by itself, then a button." },
    offline: { label: "The network is gone", hint: "Press it again to reconnect." },
    parameter: { label: "The app has a bug", hint: "Trying again doesn't help: there are details to copy." },
    unknown: { label: "A code that isn't documented", hint: "Its number is kept, a report is offered." },
  },
  backOnline: "Reconnect the network",
  ways: { title: "Sign-in", popup: "in a window", redirect: "leaves the page" },
  timeline: { title: "What happened", none: "Nothing yet. Break something.", events: "Events of the client" },
  steps: { failed: "Failed", notice: "Notice", prompt: "Prompt", qq: "QQ", retry: "Retry", report: "Report", healed: "Healed" },
  facts: {
    waits: (count) => (count === 1 ? "1 call waits" : `${String(count)} calls wait`),
    yours: "your turn", signedIn: "signed in", retryBy: "by itself, or by hand", report: "details to copy",
    seconds: (count) => `after ${count} s`,
  },
};

// prettier-ignore
const chinese: StartWords = {
  lead: ["调用腾讯失败了，", "一个按钮就能恢复。"],
  text: "下面是一个用 TanStack Query 写的小应用，连着模拟腾讯服务器的沙盒。随便弄坏它，再用一用，看看会发生什么。",
  links: { start: "快速上手", reference: "查错误码", gallery: "全部提示" },
  breakIt: { title: "弄坏它", hint: "每个按钮都会改变服务器的回答，应用随即重新请求。" },
  breaks: {
    password: { label: "修改了 QQ 密码", hint: "令牌已失效，请在窗口里重新登录。" },
    permission: { label: "缺少一项授权", hint: "登录有效，但没有授权这个接口。" },
    account: { label: "换了一个人登录", hint: "请在 QQ 页面上选“韩梅梅”：小明的内容不会显示，也不会提交。" },
    rateLimit: { label: "调用太频繁", hint: "服务器说：5 秒后再来。" },
    server: { label: "应用自己的服务器出错", hint: "先自动重试三次，再给出按钮。" },
    offline: { label: "断网", hint: "再点一次就恢复网络。" },
    parameter: { label: "应用有缺陷", hint: "用户解决不了：可以复制错误信息。" },
    unknown: { label: "文档里没有的错误码", hint: "保留它的数字，可以反馈。" },
  },
  backOnline: "恢复网络",
  ways: { title: "登录方式", popup: "弹出窗口", redirect: "跳转页面" },
  timeline: { title: "发生了什么", none: "还没有。先弄坏点什么。", events: "客户端的事件" },
  steps: { failed: "失败", notice: "提示", prompt: "询问", qq: "QQ 登录", retry: "重试", report: "反馈", healed: "恢复" },
  facts: {
    waits: (count) => `${String(count)} 个调用在等待`,
    yours: "等你操作", signedIn: "已登录", retryBy: "自动或手动", report: "可以复制信息",
    seconds: (count) => `用时 ${count} 秒`,
  },
};

/** In Chinese for readers of Chinese, in English for all others. */
export const startWords = ({ tag }: Locale): StartWords => (tag.startsWith("zh") ? chinese : english);
