import { type Context, Hono } from "hono";
import { type AccountId, accounts } from "./accounts.js";
import { createAppBackend } from "./createAppBackend.js";
import { readFields } from "./readFields.js";
import type { SandboxContext, SandboxEnv } from "./SandboxEnv.js";
import { sessionOf } from "./sessionOf.js";
import type { Session, World } from "./World.js";
import { wireResponse } from "./wireResponse.js";

/** The app's own server, which holds the appkey and relays Tencent's answers unchanged. */
export function appRoutes(
  context: SandboxContext,
  tencent: (request: Request, world: World) => Promise<Response>,
): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const backend = createAppBackend(context, tencent);
  routes.post("/app/session/qq", async (c) => {
    const begun = await backend.exchange(c, await readFields(c.req.raw));
    return begun instanceof Response ? begun : welcome(c, begun);
  });
  routes.post("/app/session/demo", async (c) => {
    const { account = "account-a" } = await readFields(c.req.raw);
    if (!isAccountId(account)) return c.json({ error: "unknownAccount" }, 400);
    return welcome(c, backend.signIn(c.env.world, account));
  });
  routes.get("/app/session", (c) => c.json(whoIs(sessionOf(c.env.world, c.req.raw))));
  routes.delete("/app/session", (c) => {
    c.env.world.sessions.delete(sessionOf(c.env.world, c.req.raw)?.id ?? "");
    return c.json(whoIs(undefined));
  });
  routes.get("/app/api/log", (c) => c.json({ calls: c.env.world.calls, executions: c.env.world.executions }));
  routes.get("/app/api/profile", (c) => relayed(c, (session) => backend.ask(c, session, "/user/get_user_info")));
  routes.get("/app/api/friends", (c) => relayed(c, (session) => backend.ask(c, session, "/relation/friends")));
  routes.post("/app/api/friends", (c) => relayed(c, (session) => backend.addFriend(c, session)));
  return routes;
}

function isAccountId(name: string): name is AccountId {
  return Object.hasOwn(accounts, name);
}

function whoIs(session: Session | undefined): object {
  if (session === undefined) return { accountId: null };
  return { accountId: session.accountId, nickname: accounts[session.accountId].nickname, session: session.id };
}

function welcome(c: Context<SandboxEnv>, session: Session): Response {
  const path = c.env.world.prefix === "" ? "/" : `${c.env.world.prefix}/`;
  c.header("set-cookie", `te_session=${session.id}; Path=${path}; HttpOnly; SameSite=Lax`);
  return c.json({ accountId: session.accountId, session: session.id });
}

async function relayed(c: Context<SandboxEnv>, ask: (session: Session) => Promise<Response>): Promise<Response> {
  const session = sessionOf(c.env.world, c.req.raw);
  return session === undefined ? wireResponse(1002) : ask(session);
}
