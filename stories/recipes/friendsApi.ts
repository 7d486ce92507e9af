import type { TencentErrorClient } from "../../src/core.js";
import type { SandboxWorld } from "./sandboxWorld.js";

export interface Friend {
  readonly nickname: string;
}

export interface Session {
  readonly accountId: string;
  readonly session: string;
}

/** The app's back end. Every answer goes through the client: a failure in an HTTP 200 is thrown. */
export interface FriendsApi {
  signIn(account?: string): Promise<Session>;
  exchange(grant: { readonly code: string; readonly state: string }): Promise<Session>;
  profile(): Promise<Friend>;
  friends(): Promise<readonly Friend[]>;
  addFriend(change: { readonly name: string; readonly key: string }): Promise<void>;
}

export function friendsApi(world: Pick<SandboxWorld, "call">, unwrap: TencentErrorClient["unwrap"]): FriendsApi {
  let session = "";

  async function call<Answer>(
    path: string,
    method: string,
    body?: unknown,
    extra: Record<string, string> = {},
  ): Promise<Answer> {
    const headers = { "content-type": "application/json", "x-session": session, ...extra };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const { text, response } = await world.call(path, { method, headers, ...sent });
    const { status, headers: answered, url } = response;
    return JSON.parse(unwrap(text, { status, headers: answered, url, isText: true })) as Answer;
  }

  async function open(path: string, body: unknown): Promise<Session> {
    const opened = await call<Session>(path, "POST", body);
    session = opened.session;
    return opened;
  }

  return {
    signIn: (account) => open("/app/session/demo", account === undefined ? {} : { account }),
    exchange: ({ code, state }) => open("/app/session/qq", { code, state }),
    profile: () => call("/app/api/profile", "GET"),
    friends: async () => (await call<{ readonly friends: readonly Friend[] }>("/app/api/friends", "GET")).friends,
    addFriend: ({ name, key }) => call("/app/api/friends", "POST", { name }, { "idempotency-key": key }),
  };
}
