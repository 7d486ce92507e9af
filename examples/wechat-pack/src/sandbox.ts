/** What the played pages of WeChat were asked, and what they answer. */
export interface WechatSandbox {
  /** Plays `open.weixin.qq.com`: a page with a button that agrees and one that refuses. Undefined: not WeChat's. */
  fetch(request: Request): Response | undefined;
  /** The addresses that were opened, as they came. */
  readonly opened: readonly string[];
}

/** WeChat's pages take nothing but these. The order of the panel is free. */
const pages = [
  /^\/connect\/oauth2\/authorize\?appid=\w+&redirect_uri=https?%3A%2F%2F[^&]+&response_type=code&scope=snsapi_(?:base|userinfo)&state=[a-zA-Z0-9]{1,128}$/,
  /^\/connect\/qrconnect\?appid=\w+&redirect_uri=https?%3A%2F%2F[^&]+&response_type=code&scope=snsapi_login&state=[a-zA-Z0-9]{1,128}$/,
];
const panel = ["appid", "scope", "redirect_uri", "state", "login_type", "self_redirect"];

/** A code for tests and stories; nothing leaves the machine. */
export function wechatSandbox({ code = "021played" }: { readonly code?: string } = {}): WechatSandbox {
  const opened: string[] = [];
  return {
    opened,
    fetch({ url }) {
      const { pathname, search, searchParams } = new URL(url);
      if (!pathname.startsWith("/connect/")) return undefined;
      opened.push(url);
      const isPanel = pathname === "/connect/qrconnect" && panel.every((name) => searchParams.has(name));
      const state = searchParams.get("state") ?? "";
      const isPage = pages.some((page) => page.test(pathname + search));
      if (!(isPanel || isPage) || !/^[a-zA-Z0-9]{1,128}$/.test(state)) return pageOf("该链接无法访问");
      const back = (more: string): string => `${searchParams.get("redirect_uri") ?? ""}?${more}state=${state}`;
      return pageOf(
        `<p>微信扫码登录</p><p><a href="${back(`code=${code}&`)}">同意</a> <a href="${back("")}">拒绝</a></p>`,
      );
    },
  };
}

function pageOf(body: string): Response {
  return new Response(`<!doctype html><meta charset="utf-8"><title>微信登录</title>${body}`, {
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}
