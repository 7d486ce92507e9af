import { type Context, Hono } from "hono";
import { accounts } from "./accounts.js";
import { checkToken } from "./checkToken.js";
import { readFields } from "./readFields.js";
import type { SandboxContext, SandboxEnv } from "./SandboxEnv.js";
import { serverMessage } from "./serverMessages.js";
import type { Token } from "./World.js";
import { wireResponse } from "./wireResponse.js";

/**
 * The APIs that answer `{ret,msg,…}` with HTTP 200: a person's profile and friends. The paths and successes of the relation
 * API are constructed, as no public sample of it exists.
 * @see https://wiki.connect.qq.com/get_user_info
 */
export function openapiRoutes(context: SandboxContext): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/user/get_user_info", (c) => {
    const token = authorize(context, c, -23);
    if (token instanceof Response) return token;
    const { nickname, gender } = accounts[token.accountId];
    return c.json({
      ret: 0,
      msg: "",
      is_lost: 0,
      nickname,
      gender,
      province: "",
      city: "",
      year: "",
      figureurl_qq_1: "",
    });
  });
  routes.get("/relation/friends", (c) => {
    const token = authorize(context, c, 251002);
    if (token instanceof Response) return token;
    return c.json({
      ret: 0,
      msg: "",
      is_lost: 0,
      friends: c.env.world.friends[token.accountId].map((nickname) => ({ nickname })),
    });
  });
  routes.post("/relation/friends", async (c) => {
    const token = authorize(context, c, 251002);
    if (token instanceof Response) return token;
    const nickname = ((await readFields(c.req.raw))["name"] ?? "").trim();
    if (nickname === "" || nickname.length > 40) return wireResponse(251001);
    c.env.world.friends[token.accountId].push(nickname);
    c.env.world.executions += 1;
    return c.json({ ret: 0, msg: "", friend: { nickname } });
  });
  return routes;
}

function authorize(context: SandboxContext, c: Context<SandboxEnv>, unknown: number): Token | Response {
  const isRelation = unknown === 251002;
  const { access_token: value, oauth_consumer_key: appId, openid } = c.req.query();
  for (const [name, given] of Object.entries({ access_token: value, oauth_consumer_key: appId, openid }))
    if (!given) return wireResponse(isRelation ? 251001 : -1, { message: `${serverMessage(-1)}, invalid ${name}` });
  if (appId !== context.appId) return wireResponse(-2);
  const token = checkToken(c.env.world, value ?? "", unknown, context.now());
  if (typeof token === "number") return wireResponse(token);
  if (openid !== accounts[token.accountId].openid) return wireResponse(-22);
  const needed = isRelation ? c.env.world.settings.friendsScope : null;
  return needed && !token.scope.split(",").includes(needed) ? wireResponse(-20) : token;
}
