import { html, raw } from "hono/html";
import { pageStyle } from "./pageStyle.js";

type Html = ReturnType<typeof html>;

/** The languages of these pages: the demo's, if it says one, or the browser's. */
export type PageLanguage = "en" | "zh-CN";

/** The language for a request that gives `lang` in its address, or the browser's own. */
export function pageLanguage(asked: string | null, accepted = ""): PageLanguage {
  return (asked ?? accepted).toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

const signs: Readonly<Record<PageLanguage, string>> = {
  en: "A stand-in for QQ's page. Nothing here is real, nothing leaves this machine.",
  "zh-CN": "这是 QQ 登录页的替身，仅供测试，不会连接真实的 QQ。",
};

/** What these pages are called. */
const pageTitles: Readonly<Record<PageLanguage, string>> = { en: "QQ (sandbox)", "zh-CN": "QQ（沙盒）" };

/** The frame around each page that a person sees at the sandbox. */
export function page(language: PageLanguage, content: Html): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>${pageTitles[language]}</title>
<style>${raw(pageStyle)}</style>
</head>
<body><main><p class="sign">${signs[language]}</p><div class="body"><h1>${pageTitles[language]}</h1>
${content}</div></main></body>
</html>
`;
}
