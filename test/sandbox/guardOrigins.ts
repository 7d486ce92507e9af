import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { SandboxContext, SandboxEnv } from "./SandboxEnv.js";

/** Lets the app's own origins read and send cookies, and refuses pages of any other. Tencent's routes know no CORS. */
export function guardOrigins({ isAppOrigin }: SandboxContext): MiddlewareHandler<SandboxEnv> {
  const share = cors({
    origin: (origin) => (isAppOrigin(origin) ? origin : null),
    credentials: true,
    allowMethods: ["GET", "POST", "DELETE"],
    exposeHeaders: ["retry-after"],
    maxAge: 600,
  });
  return async (c, next) => {
    const origin = c.req.header("origin");
    const isOwn = origin === undefined || origin === new URL(c.req.url).origin;
    if (isOwn) return next();
    return isAppOrigin(origin) ? share(c, next) : c.text("This origin is none of the sandbox's appOrigins.", 403);
  };
}
