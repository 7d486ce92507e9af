import { expect, test } from "vitest";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { fakeReauth, type FakeReauth } from "../../src/testing.js";

/** A client whose sign-in was started, with what became of it so far. */
function started(reauth: FakeReauth): { readonly client: TencentErrorClient; readonly status: () => string } {
  const client = createTencentErrorClient({ reauth });
  client.reauth.require(client.diagnose({ ret: -21 }));
  client.reauth.start();
  return { client, status: () => client.reauth.getSnapshot().status };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test("steps happen when their time has come, in their order, and once", async () => {
  const reauth = fakeReauth([
    { at: 5000, outcome: { status: "succeeded", accountId: "a" } },
    { at: 100, progress: { status: "waiting" } },
    { at: 200, progress: { status: "verifying" } },
  ]);
  const { client, status } = started(reauth);
  reauth.advance(99);
  expect(status()).toBe("opening");
  reauth.advance(1);
  expect(status()).toBe("waiting");
  reauth.advance(4899);
  expect(status()).toBe("verifying");
  reauth.advance(1);
  await settled();
  expect(status()).toBe("succeeded");
  expect(client.reauth.getSnapshot().epoch).toBe(1);
});

test("a step at the very beginning happens when the clock is first moved, by nothing too", () => {
  const reauth = fakeReauth([{ at: 0, progress: { status: "waiting" } }]);
  const { status } = started(reauth);
  expect(status()).toBe("opening");
  reauth.advance(0);
  expect(status()).toBe("waiting");
});

test("each start begins its clock anew", async () => {
  const reauth = fakeReauth([{ at: 100, outcome: { status: "failed", reason: "timeout" } }]);
  const { client, status } = started(reauth);
  reauth.advance(100);
  await settled();
  expect(status()).toBe("failed");
  client.reauth.start();
  reauth.advance(99);
  await settled();
  expect(status()).toBe("opening");
  reauth.advance(1);
  await settled();
  expect([status(), reauth.starts]).toEqual(["failed", 2]);
});

test("before it is started nothing happens, and a hand may play as well", async () => {
  const reauth = fakeReauth([{ at: 1, outcome: { status: "succeeded" } }]);
  reauth.advance(1000);
  const { status } = started(reauth);
  reauth.progress({ status: "waiting" });
  expect(status()).toBe("waiting");
  reauth.end({ status: "cancelled" });
  await settled();
  expect(status()).toBe("cancelled");
});
