/** What the server knows of a sign-in whose code it takes itself. */
export interface ServerSignInOptions {
  readonly appId: string;
  /** The whole address of `callback`, letter for letter as it is registered at QQ Connect. */
  readonly callbackUri: string;
  /** The page that calls `handleCallback()`: the flow's `redirectUri`. */
  readonly returnPage: string;
  /** Default: `https://graph.qq.com`. */
  readonly provider?: string;
  /** Trades the code for a token and opens a session of the app. Answers the session's `Set-Cookie`; undefined: refused. */
  openSession(code: string): Promise<string | undefined>;
}

/** Two routes on web-standard requests. */
export interface ServerSignIn {
  /** `GET /auth/qq/login`: the flow's `authorizeUrl`. Binds the kit's state to this browser, then goes to the provider with it. */
  login(request: Request): Response;
  /** `GET /auth/qq/callback`: the provider comes back here. Opens the session, then tells the kit how it ended. */
  callback(request: Request): Promise<Response>;
}

/** A sign-in with QQ whose code never reaches the page. */
export function createServerSignIn(options: ServerSignInOptions): ServerSignIn {
  const { appId, callbackUri, returnPage, provider = "https://graph.qq.com" } = options;
  return {
    login(request) {
      const state = new URL(request.url).searchParams.get("state") ?? "";
      if (!/^[\w-]{43}$/.test(state)) return new Response(null, { status: 400 });
      const asked = { response_type: "code", client_id: appId, redirect_uri: callbackUri, state };
      const query = new URLSearchParams(asked).toString();
      return goTo(`${provider}/oauth2.0/authorize?${query}`, [bindingOf(state, 600)]);
    },

    async callback(request) {
      const came = new URL(request.url).searchParams;
      const [state, code] = [came.get("state") ?? "", came.get("code")];
      const cookies = (request.headers.get("cookie") ?? "").split(/;\s*/);
      const isBound = state !== "" && cookies.includes(bindingOf(state, 0).split(";")[0] ?? "");
      if (!isBound) return new Response(null, { status: 400 });
      // no code: the person or the provider said no, and the kit reads how
      if (code === null) return goTo(`${returnPage}?${came.toString()}`, [bindingOf(state, 0)]);
      const session = await options.openSession(code);
      const told = new URLSearchParams({
        ...(session === undefined ? { error: "server_error" } : { code: "done" }),
        state,
      });
      return goTo(`${returnPage}?${told.toString()}`, [
        bindingOf(state, 0),
        ...(session === undefined ? [] : [session]),
      ]);
    },
  };
}

/** A cookie for each flow, so that two tabs don't undo each other. */
function bindingOf(state: string, maxAge: number): string {
  return `__Host-te-${state.slice(0, 10)}=${state}; Path=/; Max-Age=${String(maxAge)}; Secure; HttpOnly; SameSite=Lax`;
}

function goTo(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, "cache-control": "no-store", "referrer-policy": "no-referrer" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 302, headers });
}
