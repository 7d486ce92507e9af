// Which apps there are, and how each is started and played.
import { fileURLToPath } from "node:url";
import { visitorsApart } from "./visitors.mjs";

/**
 * @typedef {import("./stories.mjs").Words} Words
 * @typedef {import("./stories.mjs").Step} Step
 * @typedef {{ start: (port: number) => readonly string[], env?: (sandbox: string) => Record<string, string>,
 *   logs?: RegExp, reload?: string, isUmi?: boolean, fromServer?: string, words?: Words,
 *   segment?: Parameters<typeof import("./stories.mjs").segmentAgain>[3],
 *   prove?: (origin: string, sandbox: import("./visit.mjs").Sandbox, isAlive: () => boolean) => Promise<void> }} Host
 */

const vite = (/** @type {number} */ port) => [
  ...["node_modules/vite/bin/vite.js", "preview", "--host", "127.0.0.1", "--strictPort"],
  ...["--port", String(port)],
];
const next = (/** @type {number} */ port) => [
  ...["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1"],
  ...["-p", String(port)],
];
const dist = (/** @type {number} */ port) => [fileURLToPath(new URL("serveApp.mjs", import.meta.url)), String(port)];
const button = (/** @type {string} */ name) => (/** @type {import("playwright").Page} */ page) =>
  page.getByRole("button", { name, exact: true });

const link = (/** @type {string} */ name) => (/** @type {import("playwright").Page} */ page) =>
  page.getByRole("link", { name, exact: true });

/** @type {Readonly<Record<string, Host>>} */
export const hosts = {
  "vite-react-18": { reload: "刷新", start: vite },
  "vite-react-19": { reload: "Reload", isUmi: true, start: vite },
  "next-static": { reload: "Reload", fromServer: "[data-from=server]", start: next },
  "next-streamed": { reload: "再読み込み", fromServer: "[data-category=rateLimit]", start: next },
  "react-router-shadcn": {
    start: vite,
    words: {
      asksAgain: true,
      night: button("夜间"),
      reload: button("刷新"),
      go: link("我的资料"),
      there: "昵称：小明",
      back: link("好友"),
      add: button("添加好友"),
      submit: button("添加"),
    },
  },
  "umi-max": {
    start: dist,
    // what useRequest itself logs of every failure
    logs: /^useRequest has caught|^(TencentError|BizError|CanceledError|AbortError)/,
    env: (sandbox) => ({ UMI_APP_SERVER: sandbox, DID_YOU_KNOW: "none" }),
    words: {
      shape: "umi",
      reloads: true,
      night: (page) => page.getByRole("button", { name: "夜间" }),
      reload: button("刷新列表"),
      go: (page) => page.getByRole("menuitem", { name: "我的资料" }),
      there: "男",
      back: (page) => page.getByRole("menuitem", { name: "好友" }),
      add: button("添加好友"),
      submit: button("确认添加"),
    },
  },
  "next-rsc": {
    start: (port) => ["--expose-gc", ...next(port)],
    // the browser's log of a status, and React's of a caught error, also of a server component's
    logs: /status of (401|429)|^TencentError: PASSWORD_CHANGED|React error #441/,
    words: {
      asksAgain: true,
      enter: button("Try it out"),
      night: button("Night"),
      reload: button("Reload"),
      go: link("Profile"),
      there: "Nickname: 小明",
      back: link("Friends"),
      add: (page) => page.getByRole("textbox"),
      submit: button("Add"),
    },
    segment: { go: link("Card"), there: "小明, 男" },
    prove: visitorsApart,
  },
};
