import { html } from "hono/html";
import { accounts } from "./accounts.js";
import { page, type PageLanguage } from "./page.js";

type Html = ReturnType<typeof page>;

interface AuthorizePageOptions {
  readonly scope: readonly string[];
  readonly isMobile: boolean;
  readonly language: PageLanguage;
}

/** The page on which a person lets an app in. Posts its `choice` to `action`; Cancel just closes the window, as on a PC. */
export function authorizePage(action: string, { scope, isMobile, language }: AuthorizePageOptions): Html {
  const words = texts[language];
  const plain = (name: Choice): Html =>
    html`<div class="choice plain">${hint(words, name)}${button(words, name)}</div>`;
  const cancel = html`<div class="choice plain">${hint(words, "close")}<button type="button" aria-describedby="close" onclick="window.close()">${words.close[0]}</button></div>`;
  return page(
    language,
    html`<div class="asks">${words.asks}<ul>${scope.map((name) => html`<li>${words.scopes[name] ?? ""} <code>${name}</code></li>`)}</ul></div>
<form method="post" action="${action}">
${account(words, "allow", accounts["account-a"].nickname)}
${account(words, "another", accounts["account-b"].nickname)}
<hr><h2>${words.faults}</h2>
${isMobile ? plain("leave") : cancel}
${plain("deny")}
${plain("error")}
</form>`,
  );
}

type Choice = "allow" | "another" | "leave" | "deny" | "error";

function account(words: Texts, name: "allow" | "another", nickname: string): Html {
  return html`<div class="choice ${name}"><span class="face" aria-hidden="true">${nickname.slice(0, 1)}</span>
<span class="who" id="${name}"><strong lang="zh-CN">${nickname}</strong><small>${words[name][1]}</small></span>${button(words, name)}</div>`;
}

const hint = (words: Texts, name: Choice | "close"): Html => html`<small id="${name}">${words[name][1]}</small>`;

function button(words: Texts, name: Choice): Html {
  return html`<button name="choice" value="${name === "leave" ? "deny" : name}" aria-describedby="${name}">${words[name][0]}</button>`;
}

/** Each choice has the name of its button and what it does. */
interface Texts extends Readonly<Record<Choice | "close", readonly [name: string, hint: string]>> {
  readonly asks: string;
  readonly scopes: Readonly<Record<string, string>>;
  readonly faults: string;
}

// prettier-ignore
const texts: Readonly<Record<PageLanguage, Texts>> = {
  en: {
    asks: "The app would like to",
    scopes: { get_user_info: "see your name and picture", get_friends: "see your friends" },
    allow: ["Sign in", "the account of the app"],
    another: ["Use another account", "someone else on this computer"],
    faults: "Or play what can go wrong",
    close: ["Cancel", "closes the window, the app is told nothing"],
    leave: ["Cancel", "goes back to the app"],
    deny: ["Deny", "goes back with usercancel=1"],
    error: ["Show an error", "strands on QQ's error page"],
  },
  "zh-CN": {
    asks: "应用想要获得以下授权",
    scopes: { get_user_info: "读取昵称和头像", get_friends: "读取好友列表" },
    allow: ["登录", "应用里原来的账号"],
    another: ["使用其他账号", "这台电脑上的另一个人"],
    faults: "也可以试试各种意外",
    close: ["取消", "只关闭窗口，应用不会得到通知"],
    leave: ["取消", "返回应用"],
    deny: ["拒绝", "带着 usercancel=1 返回"],
    error: ["显示错误页", "停留在 QQ 的错误页上"],
  },
};
