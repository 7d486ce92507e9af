import type { Context } from "hono";
import { type AccountId, accounts } from "./accounts.js";
import { issueTokens } from "./issueTokens.js";
import { outcomeOf } from "./outcomeOf.js";
import { readFields } from "./readFields.js";
import type { SandboxContext, SandboxEnv } from "./SandboxEnv.js";
import type { Session, World } from "./World.js";

type Fields = Readonly<Record<string, string>>;
type Call = Context<SandboxEnv>;

/** What the app's server does behind its routes. */
export interface AppBackend {
  /** Trades `{code, state}` for a session with the appkey. A response is Tencent's refusal. */
  exchange(c: Call, fields: Fields): Promise<Session | Response>;
  signIn(world: World, accountId: AccountId): Session;
  /** Relays a call to Tencent with the session's token. */
  ask(c: Call, session: Session, path: string, fields?: Fields): Promise<Response>;
  /** Adds a friend once per `idempotency-key`. */
  addFriend(c: Call, session: Session): Promise<Response>;
}

/** `tencent` is how the server reaches Tencent: over the sandbox's own routes, so that orders and the log see it. */
export function createAppBackend(
  context: SandboxContext,
  tencent: (request: Request, world: World) => Promise<Response>,
): AppBackend {
  const call = async (c: Call, path: string, query: Fields, body?: Fields): Promise<Response> => {
    const url = `${new URL(c.req.url).origin}${path}?${new URLSearchParams({ ...query }).toString()}`;
    const sent = body === undefined ? {} : { method: "POST", body: new URLSearchParams({ ...body }) };
    return tencent(new Request(url, { ...sent, signal: c.req.raw.signal }), c.env.world);
  };
  const ask: AppBackend["ask"] = (c, session, path, fields) => {
    const { openid } = accounts[session.accountId];
    return call(c, path, { access_token: session.accessToken, oauth_consumer_key: context.appId, openid }, fields);
  };
  return {
    ask,
    signIn: (world, accountId) =>
      begin(world, accountId, issueTokens(world, accountId, "get_user_info", context.now()).access_token),
    async exchange(c, { code = "", state = "", redirectUri }) {
      const grant = c.env.world.grants.get(code);
      // a real server binds the state to a cookie; this one remembers who asked for the code
      if (state === "" || (grant !== undefined && grant.state !== state))
        return c.json({ error: "stateMismatch" }, 400);
      const redirect_uri = redirectUri ?? grant?.redirectUri ?? context.originOf(c.req.raw);
      const { appId: client_id, appKey: client_secret } = context;
      const asked = { grant_type: "authorization_code", client_id, client_secret, code, redirect_uri };
      const answer = await call(c, "/oauth2.0/token", asked);
      const token = new URLSearchParams(await answer.clone().text()).get("access_token");
      return grant === undefined || token === null ? answer : begin(c.env.world, grant.accountId, token);
    },
    async addFriend(c, session) {
      const key = c.req.header("idempotency-key");
      const kept = c.env.world.kept.get(`${session.accountId} ${key}`);
      if (kept !== undefined) return c.body(kept, 200, { "content-type": "application/json" });
      const answer = await ask(c, session, "/relation/friends", await readFields(c.req.raw));
      const { body, code } = await outcomeOf(answer);
      if (key !== undefined && code === null) c.env.world.kept.set(`${session.accountId} ${key}`, body);
      return answer;
    },
  };
}

function begin(world: World, accountId: AccountId, accessToken: string): Session {
  const session: Session = { id: world.random(32), accountId, accessToken };
  world.sessions.set(session.id, session);
  return session;
}
