import { createHash } from "node:crypto";

/** Who signed in, as the provider says. Stays on the server. */
export interface SignedIn {
  readonly openid: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

/** What the server knows and the page must not. */
export interface ExchangeOptions {
  readonly appId: string;
  /** From the environment or a vault. It leaves the server in one request only, to the provider. */
  readonly appKey: string;
  /** The app's own origin: no other page may ask. */
  readonly origin: string;
  /** The return page, letter for letter as it is registered. */
  readonly redirectUri: string;
  /** Default: `https://graph.qq.com`. */
  readonly provider?: string;
  /** Opens a session of the app, in its own cookie, and answers `{ accountId }`. */
  openSession(who: SignedIn): Promise<Response>;
  /** Takes a name once: false the second time within ten minutes. With more than one process, keep it where all of them look. */
  takeOnce?(name: string): Promise<boolean>;
  send?(address: string, init: RequestInit): Promise<Response>;
}

/** Two routes on web-standard requests: for Hono, Next.js, Deno, Bun, or Node behind an adapter. */
export interface Exchange {
  /** `GET /session/qq/start`: the flow's `authorizeUrl`. Binds the state to this browser, then goes to the provider. */
  start(request: Request): Response;
  /** `POST /session/qq` with `{ code, state }`: what the flow's `exchange` calls. */
  finish(request: Request): Promise<Response>;
}

const minutes = 10;

/** The part of a sign-in with QQ that belongs on a server. */
export function createExchange(options: ExchangeOptions): Exchange {
  const { appId, appKey, redirectUri, provider = "https://graph.qq.com", send = fetch } = options;
  const takeOnce = options.takeOnce ?? onceHere();

  async function ask(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const query = new URLSearchParams({ ...fields, fmt: "json" }).toString();
    const answer = await send(`${provider}${path}?${query}`, { signal: AbortSignal.timeout(10_000) });
    return JSON.parse(await answer.text()) as Answer;
  }

  return {
    start(request) {
      const asked = new URL(request.url).searchParams;
      const state = asked.get("state") ?? "";
      const isOurs = asked.get("client_id") === appId && asked.get("redirect_uri") === redirectUri;
      if (!/^[\w-]{43}$/.test(state) || !isOurs) return refuse(400, "invalid_request");
      const fields = { response_type: "code", client_id: appId, redirect_uri: redirectUri, state };
      const query = new URLSearchParams(fields);
      for (const name of ["scope", "display"]) {
        const value = asked.get(name);
        if (value !== null) query.set(name, value);
      }
      return answer(302, null, {
        location: `${provider}/oauth2.0/authorize?${query.toString()}`,
        "set-cookie": cookieOf(state, minutes * 60),
      });
    },

    async finish(request) {
      if (request.headers.get("origin") !== options.origin) return refuse(403, "invalid_origin");
      const { code, state } = await bodyOf(request);
      const isBound =
        state !== "" && (request.headers.get("cookie") ?? "").split(/;\s*/).includes(`${nameOf(state)}=1`);
      if (code === "" || !isBound || !(await takeOnce(nameOf(state)))) return refuse(400, "invalid_state");
      const token = await ask("/oauth2.0/token", {
        grant_type: "authorization_code",
        client_id: appId,
        client_secret: appKey,
        code,
        redirect_uri: redirectUri,
      });
      if (token.access_token === undefined) return refuse(502, token.error ?? "no_token", state);
      const me = await ask("/oauth2.0/me", { access_token: token.access_token });
      if (me.openid === undefined) return refuse(502, me.error ?? "no_openid", state);
      // a token that another app was given says nothing about who sits here
      if (me.client_id !== appId) return refuse(403, "wrong_app", state);
      const opened = await options.openSession({
        openid: me.openid,
        accessToken: token.access_token,
        refreshToken: token.refresh_token ?? "",
        expiresInSeconds: Number(token.expires_in ?? 0),
      });
      opened.headers.append("set-cookie", cookieOf(state, 0));
      opened.headers.set("cache-control", "no-store");
      return opened;
    },
  };
}

interface Answer {
  readonly error?: number | string;
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly expires_in?: number | string;
  readonly client_id?: string;
  readonly openid?: string;
}

/** One cookie for each flow, so that two tabs don't undo each other. It holds a hash: who reads it can't answer for the page. */
function nameOf(state: string): string {
  return `__Host-te-${createHash("sha256").update(state).digest("base64url")}`;
}

function cookieOf(state: string, maxAge: number): string {
  return `${nameOf(state)}=1; Path=/; Max-Age=${String(maxAge)}; Secure; HttpOnly; SameSite=Lax`;
}

async function bodyOf(request: Request): Promise<{ readonly code: string; readonly state: string }> {
  const text = await request.text();
  try {
    const body = JSON.parse(text.slice(0, 4096)) as { readonly code?: unknown; readonly state?: unknown } | null;
    const [code, state] = [body?.code, body?.state];
    if (typeof code === "string" && typeof state === "string") return { code, state };
  } catch {
    // no JSON: refused below like any other stranger
  }
  return { code: "", state: "" };
}

/** In this process. */
function onceHere(): (name: string) => Promise<boolean> {
  const taken = new Map<string, number>();
  return async (name) => {
    const now = Date.now();
    for (const [old, at] of taken) if (now - at > minutes * 60_000) taken.delete(old);
    if (taken.has(name)) return false;
    taken.set(name, now);
    return true;
  };
}

/** The provider's number goes to the page, which looks it up; its words, the token and the appkey do not. */
function refuse(status: number, error: number | string, state?: string): Response {
  return answer(status, JSON.stringify({ error }), {
    "content-type": "application/json",
    ...(state === undefined ? {} : { "set-cookie": cookieOf(state, 0) }),
  });
}

function answer(status: number, body: string | null, headers: Readonly<Record<string, string>>): Response {
  return new Response(body, {
    status,
    headers: { "cache-control": "no-store", "referrer-policy": "no-referrer", ...headers },
  });
}
