import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTencentErrorClient } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

beforeEach(() => {
  vi.useFakeTimers();
  const page = { addEventListener: () => undefined, removeEventListener: () => undefined };
  for (const [name, value] of Object.entries({ ...page, window: page })) vi.stubGlobal(name, value);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a page that is gone, as a test's is after it, throws nothing seconds after a sign-in", async () => {
  const flow = fakeReauth();
  const reauth = { kind: "fake", sharedAs: "app", start: flow.start.bind(flow) };
  const client = createTencentErrorClient({ reauth, accountId: () => "ann" });
  client.reauth.require(client.diagnose({ ret: -21 }));
  client.reauth.start();
  await vi.waitFor(() => expect(client.reauth.getSnapshot().status).toBe("opening"));
  flow.end({ status: "succeeded" });
  await vi.waitFor(() => expect(client.reauth.getSnapshot().status).toBe("succeeded"));
  vi.unstubAllGlobals();
  expect(() => vi.advanceTimersByTime(60_000)).not.toThrow();
});
