import { html } from "hono/html";
import { accounts } from "./accounts.js";
import { page } from "./page.js";

type Html = ReturnType<typeof page>;

/** The page on which a person lets an app in. Posts its `choice` to `action`; Cancel just closes the window, as on a PC. */
export function authorizePage(action: string, scope: readonly string[], isMobile: boolean): Html {
  return page(
    "QQ (sandbox)",
    html`<h1>QQ (sandbox)</h1>
<p>This is a test page. Nothing here is real and nothing leaves this machine. <span lang="zh-CN">这是测试页面，不会连接真实的 QQ。</span></p>
<p>The app asks for: <span lang="zh-CN">应用请求的权限：</span></p>
<ul>${scope.map((name) => html`<li><code>${name}</code></li>`)}</ul>
<form method="post" action="${action}">
${choice("allow", "Sign in", "登录", html`as ${accounts["account-a"].nickname}`)}
${choice("another", "Use another account", "使用其他账号", html`as ${accounts["account-b"].nickname}`)}
${isMobile ? choice("deny", "Cancel", "取消", html`goes back to the app`) : closeButton}
${choice("deny", "Deny", "拒绝", html`goes back with usercancel=1`)}
${choice("error", "Show an error", "显示错误页", html`strands on QQ's error page`)}
</form>`,
  );
}

const closeButton = html`<div><button type="button" aria-describedby="close" onclick="window.close()">Cancel<span lang="zh-CN" aria-hidden="true"> 取消</span></button>
<small id="close">closes the window, the app is told nothing</small></div>`;

function choice(value: string, name: string, chinese: string, hint: Html): Html {
  const id = `${value}-${name.replaceAll(" ", "-")}`;
  return html`<div><button name="choice" value="${value}" aria-describedby="${id}">${name}<span lang="zh-CN" aria-hidden="true"> ${chinese}</span></button>
<small id="${id}">${hint}</small></div>`;
}
