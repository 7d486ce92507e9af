import type { Session, World } from "./World.js";

/** The app's session that a request belongs to: by the header `x-session`, else by the cookie `te_session`. */
export function sessionOf(world: World, request: Request): Session | undefined {
  const named = request.headers.get("x-session");
  if (named !== null) return world.sessions.get(named);
  const cookies = request.headers.get("cookie") ?? "";
  for (const [, id] of cookies.matchAll(/(?:^|;\s*)te_session=([^;]*)/g)) {
    const session = world.sessions.get(id ?? "");
    if (session !== undefined) return session;
  }
  return undefined;
}
