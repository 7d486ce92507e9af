import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTencentErrorClient, type TencentErrorClient, type TencentErrorClientOptions } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

const changed = { ret: -73, msg: "password changed" };
const missing = { ret: -20, msg: "no permission" };
const person = { name: "小明" };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open(options: TencentErrorClientOptions = {}): {
  readonly client: TencentErrorClient;
  readonly flow: ReturnType<typeof fakeReauth>;
} {
  const flow = fakeReauth();
  return { client: createTencentErrorClient({ reauth: flow, ...options }), flow };
}

const failing = (): Promise<never> => Promise.reject(Object.assign(new Error("changed"), changed));
const later = (): Promise<unknown> => vi.advanceTimersByTimeAsync(300);

/** A reading that answers once and fails from then on. */
async function poll(client: TencentErrorClient): Promise<void> {
  const send = vi.fn<() => Promise<string>>().mockResolvedValueOnce("friends").mockRejectedValue(changed);
  const read = client.guard(send, { replay: "never", key: "GET /api/friends" });
  await read();
  await read().catch(() => undefined);
}

describe("what a prompt may interrupt for", () => {
  test("a reading that went well before is in the background", async () => {
    const { client } = open();
    await poll(client);
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "required", acts: 0, affected: 1, reloads: 1 });
  });

  test("a first reading, and a failure of which nothing is known, are the person's", async () => {
    const { client } = open();
    client.reauth.require(client.diagnose({ ...changed }));
    expect(client.reauth.getSnapshot().acts).toBe(1);
    const other = open().client;
    await other
      .guard(failing, { replay: "never", key: "GET /x" })()
      .catch(() => undefined);
    expect(other.reauth.getSnapshot()).toMatchObject({ status: "required", acts: 1 });
  });

  test("a change turns a quiet prompt into one that interrupts, and is counted until it is gone", async () => {
    const { client } = open();
    await poll(client);
    const call = client.guard(failing)();
    const gone = call.catch(() => "gone");
    await later();
    expect(client.reauth.getSnapshot()).toMatchObject({ acts: 1, changes: 1, affected: 2, reloads: 1 });
    client.reauth.cancel();
    await expect(gone).resolves.toBe("gone");
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "cancelled", changes: 0 });
  });

  test("a start is an act, and what was put aside comes back with one", async () => {
    const { client, flow } = open();
    await poll(client);
    client.reauth.start();
    expect(client.reauth.getSnapshot()).toMatchObject({ acts: 1, folded: false });
    client.reauth.fold();
    flow.progress({ status: "waiting" });
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "waiting", folded: true });
    void client
      .guard(failing)()
      .catch(() => undefined);
    await later();
    expect(client.reauth.getSnapshot()).toMatchObject({ acts: 2, folded: false });
    client.reauth.cancel();
  });
});

test("several codes are told from one", async () => {
  const { client } = open();
  client.reauth.require(client.diagnose({ ...changed }));
  client.reauth.require(client.diagnose({ ...changed }));
  await later();
  expect(client.reauth.getSnapshot()).toMatchObject({ affected: 2, mixed: false });
  client.reauth.require(client.diagnose({ ...missing }));
  await later();
  expect(client.reauth.getSnapshot()).toMatchObject({ affected: 3, mixed: true });
});

describe("who is asked to sign in", () => {
  test.each([
    ["a value", person],
    ["a function", () => person],
  ])("is named by `account` as %s", (_, account) => {
    const { client } = open({ account });
    client.reauth.require(client.diagnose({ ...changed }));
    expect(client.reauth.getSnapshot().account).toEqual(person);
  });

  test.each([
    ["nothing", () => undefined],
    ["no name", { name: " " }],
    [
      "a throw",
      () => {
        throw new Error("no store yet");
      },
    ],
  ])("is nobody where it says %s", (_, account) => {
    const { client } = open({ account });
    client.reauth.require(client.diagnose({ ...changed }));
    expect(client.reauth.getSnapshot().account).toBeNull();
  });

  test("a picture from a script's address is left out", () => {
    const { client } = open({ account: { ...person, avatarUrl: "javascript:alert(1)" } });
    expect(client.account()).toEqual(person);
  });

  test("another account is named as the exchange names it, and is the one after it was accepted", async () => {
    const { client, flow } = open({ account: person, accountId: () => "1" });
    client.reauth.require(client.diagnose({ ...changed }));
    client.reauth.start();
    flow.end({ status: "succeeded", accountId: "2", name: "韩梅梅" });
    await later();
    const both = { account: person, otherAccount: { name: "韩梅梅" } };
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "accountMismatch", ...both });
    client.reauth.cancel();
    expect(client.reauth.getSnapshot()).toMatchObject({ account: { name: "韩梅梅" }, otherAccount: null });
  });
});
