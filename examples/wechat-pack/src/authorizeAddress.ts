/** What WeChat's page is asked. */
export interface Asked {
  readonly appId: string;
  /** The whole address of the return page. */
  readonly redirectUri: string;
  readonly scope: "snsapi_login" | "snsapi_base" | "snsapi_userinfo";
  readonly state: string;
}

/**
 * The address of WeChat's page: `qrconnect` for a website, `oauth2/authorize` inside WeChat. WeChat matches the whole address,
 * so the parameters stand in its order, and the hash belongs to it.
 * @see https://wohugb.gitbooks.io/wechat/content/qrconnent/step_one.html (a copy of the vendor's page)
 * @see http://coloradmin.cn/o/2229260.html (quotes the vendor: in another order the page can't be opened)
 */
export function authorizeAddress(page: "qrconnect" | "oauth2/authorize", asked: Asked, origin: string): string {
  const { appId, redirectUri, scope, state } = asked;
  const parameters = [
    ["appid", appId],
    ["redirect_uri", redirectUri],
    ["response_type", "code"],
    ["scope", scope],
    ["state", state],
  ] as const;
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return `${origin}/connect/${page}?${query}#wechat_redirect`;
}

/**
 * The same page as a panel, which comes back inside its own frame.
 * Not verified: as WeChat's `wxLogin.js` does by developers' code, e.g. github.com/billlaw6/ncp_react, src/pages/login/components/WxLogin.tsx.
 */
export function panelAddress(asked: Asked, origin: string): string {
  const { appId, redirectUri, scope, state } = asked;
  const parameters = {
    appid: appId,
    scope,
    redirect_uri: redirectUri,
    state,
    login_type: "jssdk",
    self_redirect: "true",
  };
  return `${origin}/connect/qrconnect?${new URLSearchParams(parameters).toString()}`;
}
