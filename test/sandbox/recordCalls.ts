import type { MiddlewareHandler } from "hono";
import type { AccountId } from "./accounts.js";
import { outcomeOf } from "./outcomeOf.js";
import type { SandboxContext, SandboxEnv } from "./SandboxEnv.js";
import { sessionOf } from "./sessionOf.js";
import type { SandboxCall, World } from "./World.js";

/** Notes each call when it comes in, and how it ended when it is answered. Preflights and the sandbox's own calls are left out. */
export function recordCalls({ now }: SandboxContext): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const { method, path } = c.req;
    if (method === "OPTIONS" || path.startsWith("/sandbox/") || path === "/app/api/log") return next();
    const { calls } = c.env.world;
    const call: SandboxCall = {
      method,
      path,
      at: now(),
      account: accountOf(c.env.world, c.req.raw),
      status: null,
      code: null,
    };
    calls.push(call);
    if (calls.length > limit) calls.shift();
    await next();
    const { code } = await outcomeOf(c.res);
    const index = calls.indexOf(call);
    if (index >= 0) calls[index] = { ...call, status: c.res.status, code };
  };
}

const limit = 1000;

function accountOf(world: World, request: Request): AccountId | null {
  const token = world.tokens.get(new URL(request.url).searchParams.get("access_token") ?? "");
  return token?.accountId ?? sessionOf(world, request)?.accountId ?? null;
}
