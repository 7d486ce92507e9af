import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTencentErrorClient, type ReauthFlow, type ReauthRequest, TencentError } from "../../src/core.js";
import { exchangeCode } from "../../src/oauth/exchangeCode.js";
import { ready } from "../../src/testing.js";
import { fakeBrowser } from "./fakeBrowser.js";
import { outcomesOf } from "./outcomesOf.js";

beforeEach(async () => {
  await ready();
  vi.useFakeTimers();
  fakeBrowser(() => 1);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const later = async (ms = 2000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

const [alice, bob] = ["A11CE000000000000000000000000000", "B0B00000000000000000000000000000"];

type Word = string | number | undefined;

/** An app that reads its account from a store which `exchange` does not write, with a server that answers as the test says. */
function app(me: Word, options: { readonly renew?: () => Promise<never> } = {}) {
  const store = { me };
  const server = { session: "alice" as string | undefined, done: [] as string[] };
  const types: string[] = [];
  let answer: unknown;
  let arrive = (): void => undefined;
  const flow: ReauthFlow = {
    kind: "test",
    start(request: ReauthRequest) {
      request.onProgress({ status: "waiting" });
      return {
        outcome: new Promise((resolve) => {
          arrive = () => {
            request.onProgress({ status: "verifying" });
            const grant = { code: "c".repeat(32), state: "s".repeat(43) };
            void exchangeCode(async () => answer, grant, request).then(resolve);
          };
        }),
      };
    },
  };
  const client = createTencentErrorClient({
    reauth: flow,
    onEvent: ({ type }) => void types.push(type),
    accountId: () => store.me,
    ...options,
  });
  const save = client.guard(
    async (name: string) => {
      if (server.session === undefined) throw new TencentError(client.diagnose({ ret: -21 }));
      server.done.push(`${name} as ${server.session}`);
    },
    { replay: "auto" },
  );
  return {
    ...{ client, store, server, types },
    /** Their session ends while they save. */
    async expire(...names: string[]): Promise<{ readonly resolved: unknown[]; readonly rejected: unknown[] }> {
      server.session = undefined;
      const outcomes = outcomesOf(names.map(async (name) => save(name)));
      await later(50);
      return outcomes;
    },
    async signIn(who: string, said: unknown): Promise<void> {
      client.reauth.start();
      server.session = who;
      answer = said;
      arrive();
      await later();
    },
    question: () => client.reauth.getSnapshot().toConfirm,
  };
}

/** What goes on by itself where the same person signs in again. */
async function comesBack(me: Word, answer: unknown): Promise<readonly [string[], number]> {
  const { expire, signIn, server, question } = app(me);
  await expire("note");
  await signIn("alice", answer);
  return [server.done, question()];
}

describe("who signed in, where exchange tells no account", () => {
  const heals: readonly (readonly [string, Word, unknown])[] = [
    ["nothing", alice, undefined],
    ["a good envelope", alice, { code: 0, message: "ok" }],
    ["a token", alice, { token: "eyJ.eyJ.x", expiresIn: 7200 }],
    ["the account's id by another name", alice, { code: 0, data: { openid: alice, nickname: "Alice" } }],
    ["the id among others", alice, { data: { user: { id: 7, openId: alice, unionid: "UID_1" } } }],
    ["a number", "7", { user: { id: 7, openid: alice } }],
    ["a number in the envelope, beside a name", 7, { code: 0, data: { id: 7, nickname: "Alice" } }],
    ["a name", "alice", { token: "t", username: "alice" }],
    ["an id of another kind", 7, { code: 0, data: { openid: alice } }],
    ["generated ids of other kinds", "550e8400-e29b-41d4-a716-446655440000", { data: { openid: alice, token: "t" } }],
    ["what is no person's", 7, { id: 9, roleId: 8, sessionId: 6, token: "t" }],
  ];
  test.each(heals)("the same person, told by %s, goes on with no question", async (_what, me, answer) => {
    expect(await comesBack(me, answer)).toEqual([["note as alice"], 0]);
  });

  const strangers: readonly (readonly [string, Word, unknown])[] = [
    ["openid", alice, { code: 0, data: { openid: bob, nickname: "Bob" } }],
    ["openid in a response", alice, { status: 200, data: { code: 0, data: { open_id: bob } } }],
    ["the id of a user", 7, { user: { id: 8, name: "Bob" } }],
    ["an id beside a name", "7", { code: 0, data: { id: 8, nickname: "Bob" } }],
    ["a user name", "alice", { token: "t", userName: "bob" }],
  ];
  test.each(strangers)("somebody else, told by %s, sends nothing of Alice's unasked", async (_what, me, answer) => {
    const { expire, signIn, server, question, client } = app(me);
    await expire("note");
    await signIn("bob", answer);
    expect([server.done, question(), client.reauth.getSnapshot().unsure]).toEqual([[], 1, true]);
  });

  test("what a stranger did is not sent as the first person's, who comes back", async () => {
    const { expire, signIn, server, question } = app(alice);
    await expire();
    await signIn("bob", { openid: bob });
    await expire("note of Bob");
    await signIn("alice", { openid: alice });
    expect([server.done, question()]).toEqual([[], 1]);
  });

  test("a stranger who signs in again is known", async () => {
    const { expire, signIn, server, question } = app(alice);
    await expire();
    await signIn("bob", { openid: bob });
    await expire("note");
    await signIn("bob", { openid: bob });
    expect([server.done, question()]).toEqual([["note as bob"], 0]);
  });

  test("without an account to ask, the second sign-in is known by the first one's id", async () => {
    const { expire, signIn, server, question } = app(undefined);
    await expire();
    await signIn("alice", { openid: alice });
    await expire("note");
    await signIn("alice", { openid: alice });
    expect([server.done, question()]).toEqual([["note as alice"], 0]);
    await later(300_000);
    await expire("another");
    await signIn("bob", { openid: bob });
    expect([server.done, question()]).toEqual([["note as alice"], 1]);
  });

  test("a store that is written after the sign-in says that it was another person", async () => {
    const { expire, signIn, store, server, client } = app(alice);
    const held = await expire("note");
    setTimeout(() => (store.me = bob), 100);
    await signIn("bob", { openid: bob });
    expect([server.done, held.rejected.length]).toEqual([[], 1]);
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "accountMismatch" });
  });
});
