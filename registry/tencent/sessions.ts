import { createHash, randomUUID } from "node:crypto";
import type { SignedIn } from "./createExchange.js";

/** In the memory of this process, so that a sign-in works at once: keep sessions where your app keeps its own. */
const sessions = new Map<string, SignedIn>();
const cookieName = "__Host-session";

/** Opens a session of the app, and tells the page whose it is. */
export async function openSession(who: SignedIn): Promise<Response> {
  const id = randomUUID();
  sessions.set(id, who);
  const accountId = createHash("sha256").update(who.openid).digest("base64url");
  const cookie = `${cookieName}=${id}; Path=/; Secure; HttpOnly; SameSite=Lax`;
  return Response.json({ accountId }, { headers: { "set-cookie": cookie } });
}

/** Who sends a request. */
export function sessionOf(request: Request): SignedIn | undefined {
  const cookies = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const own = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`));
  return own === undefined ? undefined : sessions.get(own.slice(cookieName.length + 1));
}
