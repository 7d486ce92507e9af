import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTencentErrorClient, type Diagnosis, type TencentErrorClientOptions } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const tick = (ms = 20): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

interface Client {
  readonly createTencentErrorClient: typeof createTencentErrorClient;
}

/** An app with a session at its server, and a store that names who is signed in where it has one. */
function app(options: TencentErrorClientOptions & { readonly hasStore?: boolean } = {}, kit?: Client) {
  const { hasStore = true, ...given } = options;
  const world: { session: string | undefined; named: string | undefined } = { session: "ann", named: "ann" };
  const sent: string[] = [];
  const flow = fakeReauth();
  const client = (kit?.createTencentErrorClient ?? createTencentErrorClient)({
    reauth: flow,
    ...(hasStore && { accountId: () => world.named }),
    ...given,
  });
  const answer = async (name: string): Promise<string> => {
    await tick0();
    if (world.session === undefined) throw Object.assign(new Error("no session"), { ret: -21 });
    sent.push(`${name} of ${world.session}`);
    return name;
  };
  const load = client.guard(answer, { replay: "never", key: "GET /list" });
  const save = client.guard(answer, { replay: "confirm" });
  const { reauth } = client;
  const snapshot = (): ReturnType<typeof reauth.getSnapshot> => reauth.getSnapshot();
  const signIn = async (who: string): Promise<void> => {
    reauth.start();
    world.session = world.named = who;
    flow.end({ status: "succeeded", accountId: who });
    await tick(400);
  };
  return {
    ...{ world, client, reauth, flow, sent, snapshot, signIn },
    failure: (): Diagnosis => client.diagnose({ ret: -21 }),
    read: async () => load("list").catch((error: unknown) => client.diagnose(error).category),
    write: async (name = "note") => save(name).catch((error: unknown) => client.diagnose(error).category),
  };
}

const tick0 = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

type App = ReturnType<typeof app>;

/** How an app signs a person out, with the page's first reading after it. */
const ways: Readonly<Record<string, { readonly hasStore: boolean; signOut(at: App): Promise<void> }>> = {
  "cancel(), the request, then the store": {
    hasStore: true,
    async signOut({ reauth, world }) {
      reauth.cancel();
      await tick();
      world.session = undefined;
      await tick();
      world.named = undefined;
    },
  },
  "the request, the store, then cancel()": {
    hasStore: true,
    async signOut({ reauth, world }) {
      await tick();
      world.session = world.named = undefined;
      reauth.cancel();
    },
  },
  "the store alone": {
    hasStore: true,
    async signOut({ world }) {
      world.session = undefined;
      await tick();
      world.named = undefined;
    },
  },
  "cancel() alone, without a store": {
    hasStore: false,
    async signOut({ reauth, world }) {
      reauth.cancel();
      world.session = undefined;
      await tick();
    },
  },
};

describe.each(Object.entries(ways))("after a log-out by %s", (_, { hasStore, signOut }) => {
  async function signedIn(options: TencentErrorClientOptions = {}): Promise<App> {
    const at = app({ hasStore, ...options });
    at.world.session = undefined;
    void at.read();
    await tick();
    await at.signIn("ann");
    void at.read();
    await tick();
    expect(at.snapshot()).toMatchObject({ status: "succeeded", reason: null });
    return at;
  }

  async function readAnew(at: App): Promise<void> {
    void at.read();
    await tick();
  }

  test("what the page reads then is no loop, and nothing to interrupt for", async () => {
    const at = await signedIn();
    await signOut(at);
    await readAnew(at);
    expect(at.snapshot()).toMatchObject({ status: "required", reason: null, acts: 0, account: null });
  });

  test.each([0, 60_000])("the next person is not asked whether they go on, also %i ms later", async (ms) => {
    const at = await signedIn();
    await signOut(at);
    await readAnew(at);
    await tick(ms);
    const { accountEpoch } = at.snapshot();
    await at.signIn("bob");
    expect(at.snapshot()).toMatchObject({ status: "succeeded", reason: null, toConfirm: 0 });
    // what was read before them is dropped
    expect(at.snapshot().accountEpoch).toBeGreaterThan(accountEpoch);
  });

  test("the same person finds all as it was", async () => {
    const at = await signedIn();
    await signOut(at);
    await readAnew(at);
    const { accountEpoch } = at.snapshot();
    await at.signIn("ann");
    expect(at.snapshot()).toMatchObject({ status: "succeeded", accountEpoch });
  });

  test("a sign-in that begins at once is asked nothing either", async () => {
    const at = await signedIn();
    await signOut(at);
    await at.signIn("bob");
    expect(at.snapshot()).toMatchObject({ status: "succeeded", reason: null });
  });

  test("what a visitor changes waits for a sign-in, and is sent after a yes", async () => {
    const at = await signedIn();
    await signOut(at);
    const saved = at.write();
    await tick(100);
    expect(at.snapshot()).toMatchObject({ status: "required", acts: 1, changes: 1 });
    await at.signIn("bob");
    expect(at.snapshot()).toMatchObject({ status: "succeeded", toConfirm: 1 });
    at.reauth.resume();
    await tick();
    await expect(saved).resolves.toBe("note");
    expect(at.sent.at(-1)).toBe("note of bob");
  });

  test("the next one's session is guarded against loops, and compared, as any", async () => {
    const at = await signedIn();
    await signOut(at);
    await readAnew(at);
    await at.signIn("bob");
    at.world.session = undefined;
    await readAnew(at);
    expect(at.snapshot()).toMatchObject({ status: "failed", reason: "loop" });
    await at.signIn("cat");
    expect(at.snapshot()).toMatchObject({ status: "failed", reason: "accountMismatch" });
  });

  test("four persons may sign in one after another", async () => {
    const at = await signedIn();
    for (const who of ["bob", "ann", "ann", "cat"]) {
      await signOut(at);
      await readAnew(at);
      await at.signIn(who);
      expect(at.snapshot()).toMatchObject({ status: "succeeded", reason: null });
    }
  });

  test("one who signs in by the app's own means is asked when their session ends", async () => {
    const at = await signedIn();
    await signOut(at);
    await readAnew(at);
    at.reauth.cancel();
    at.world.session = at.world.named = "bob";
    if (!hasStore) at.reauth.renewed();
    await readAnew(at);
    await tick(60_000);
    at.world.session = undefined;
    await readAnew(at);
    expect(at.snapshot()).toMatchObject({ status: "required", reason: null });
    await at.signIn("bob");
    expect(at.snapshot()).toMatchObject({ status: "succeeded", reason: null });
  });
});

describe.each([
  ["fetched ahead", false],
  ["on its way", true],
])("before anything has failed; the engine is %s", (_, isLate) => {
  async function opened(hasStore = true): Promise<App> {
    if (!isLate) return app({ hasStore });
    vi.resetModules();
    return app({ hasStore }, await import("../../src/core.js"));
  }
  const arrived = async (): Promise<void> => {
    await tick();
    await vi.dynamicImportSettled();
    await tick();
  };

  test.each(Object.entries(ways))("a log-out by %s", async (_way, { hasStore, signOut }) => {
    const at = await opened(hasStore);
    void at.read();
    await tick();
    await signOut(at);
    void at.read();
    await arrived();
    expect(at.snapshot()).toMatchObject({ status: "required", acts: 0 });
    await at.signIn("bob");
    expect(at.snapshot()).toMatchObject({ status: "succeeded", reason: null });
    expect(at.snapshot().accountEpoch).toBe(1);
  });

  test("what was under way at cancel() asks for nothing", async () => {
    const at = await opened();
    const read = at.read();
    const saved = at.write();
    at.world.session = undefined;
    at.reauth.cancel();
    await arrived();
    await expect(read).resolves.toBe("reauth");
    await expect(saved).resolves.toBe("cancelled");
    expect(at.snapshot().status).toBe("idle");
  });

  test("an app that forgets who was there as a change fails is asked in their name", async () => {
    const at = await opened();
    const saved = at.write();
    at.world.session = undefined;
    setTimeout(() => {
      at.world.named = undefined;
      // what the page shows now begins before the failure is heard of
      void at.read();
    }, 4);
    await arrived();
    await tick(100);
    expect(at.snapshot()).toMatchObject({ status: "required", changes: 1 });
    await at.signIn("bob");
    expect(at.snapshot()).toMatchObject({ status: "failed", reason: "accountMismatch" });
    await expect(saved).resolves.toBe("cancelled");
    expect(at.sent).toEqual([]);
  });
});

test("a session that is refused at once is a loop also where the app forgets it then", async () => {
  const at = app();
  at.world.session = undefined;
  void at.read();
  await tick();
  await at.signIn("ann");
  at.world.session = undefined;
  void at.read();
  setTimeout(() => {
    at.world.named = undefined;
    void at.read();
  }, 4);
  await tick();
  expect(at.snapshot()).toMatchObject({ status: "failed", reason: "loop" });
});

test("an account that the app goes on to name was not signed out", async () => {
  const at = app();
  at.reauth.cancel();
  await tick(11_000);
  void at.read();
  await tick();
  at.world.session = undefined;
  const saved = at.write();
  await tick();
  await at.signIn("bob");
  expect(at.snapshot()).toMatchObject({ status: "failed", reason: "accountMismatch" });
  await expect(saved).resolves.toBe("cancelled");
});

test("a dismissal that is said twice is one", async () => {
  const at = app();
  at.world.session = undefined;
  at.reauth.require(at.failure());
  at.reauth.cancel();
  at.reauth.cancel();
  await tick(60_000);
  void at.read();
  await tick();
  expect(at.snapshot().status).toBe("cancelled");
});

test("to discard what waits is no log-out", async () => {
  const at = app({ hasStore: false });
  at.world.session = undefined;
  void at.write();
  await tick();
  await at.signIn("ann");
  expect(at.snapshot().toConfirm).toBe(1);
  at.reauth.cancel();
  at.world.session = undefined;
  void at.read();
  await tick();
  expect(at.snapshot()).toMatchObject({ status: "failed", reason: "loop" });
});

test("a log-out ends what waits for a renewal, and the session that comes of it is nobody's", async () => {
  let answer = (): void => undefined;
  const renew = vi.fn(
    async () =>
      new Promise<{ readonly accountId: string }>((resolve) => (answer = () => resolve({ accountId: "ann" }))),
  );
  const at = app({ renew });
  at.world.session = undefined;
  const saved = at.write();
  await tick();
  expect(renew).toHaveBeenCalledOnce();
  at.reauth.cancel();
  at.world.named = undefined;
  await tick();
  await expect(saved).resolves.toBe("cancelled");
  answer();
  await tick();
  expect(at.snapshot()).toMatchObject({ status: "idle", epoch: 0 });
});
