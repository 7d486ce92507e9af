import { type Context, Hono } from "hono";
import { accounts } from "./accounts.js";
import { checkToken } from "./checkToken.js";
import { redeem } from "./redeem.js";
import type { SandboxContext, SandboxEnv } from "./SandboxEnv.js";
import { wireResponse } from "./wireResponse.js";

/**
 * The endpoints that answer in JSONP unless `fmt=json` is asked for, always with HTTP 200 and as `text/html`. A token comes
 * as form text instead of JSONP.
 * @see https://wiki.connect.qq.com/使用authorization_code获取access_token
 */
export function oauthRoutes(context: SandboxContext): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/oauth2.0/token", (c) => {
    const asked = new URL(c.req.url).searchParams;
    const redeemed = redeem(context, c.env.world, asked);
    if (typeof redeemed === "number") return failed(c, redeemed);
    const { accountId, answer } = redeemed;
    const fields = asked.get("need_openid") === "1" ? { ...answer, openid: accounts[accountId].openid } : answer;
    return c.html(asked.get("fmt") === "json" ? JSON.stringify(fields) : new URLSearchParams({ ...fields }).toString());
  });
  routes.get("/oauth2.0/me", (c) => {
    const value = c.req.query("access_token");
    if (!value) return failed(c, 100007);
    const token = checkToken(c.env.world, value, 100016, context.now());
    if (typeof token === "number") return failed(c, token);
    if (c.req.query("unionid") === "1") return failed(c, 100048);
    const body = JSON.stringify({ client_id: context.appId, openid: accounts[token.accountId].openid });
    return c.html(c.req.query("fmt") === "json" ? body : `callback( ${body} );\n`);
  });
  return routes;
}

function failed(c: Context<SandboxEnv>, code: number): Response {
  const response = wireResponse(code, { shape: c.req.query("fmt") === "json" ? "json" : "jsonp" });
  response.headers.set("content-type", "text/html; charset=UTF-8");
  return response;
}
