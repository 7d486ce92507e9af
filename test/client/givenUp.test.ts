import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTencentErrorClient } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { fakeServer } from "./fakeServer.js";
import { outcomesOf } from "./outcomesOf.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  Reflect.deleteProperty(globalThis, "event");
  vi.useRealTimers();
});

/** A page whose library sends a failed change again by itself: the same function, a second after it failed. */
function page() {
  const flow = fakeReauth();
  const server = fakeServer();
  server.revoke();
  const client = createTencentErrorClient({ reauth: flow, accountId: () => "ann" });
  const save = client.guard((note: string) => server.call(note));
  const withRetry = async (note: string, left = 3): Promise<string> => {
    try {
      return await save(note);
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return withRetry(note, left - 1);
    }
  };
  const signIn = async (): Promise<void> => {
    client.reauth.start();
    server.signIn();
    flow.end({ status: "succeeded", accountId: "ann" });
    await tick();
  };
  return { server, client, save, withRetry, signIn, category: (error: unknown) => client.diagnose(error).category };
}

const tick = (ms = 300): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** What a person's click begins. */
function atClick<Result>(act: () => Result): Result {
  Object.assign(globalThis, { event: { type: "click" } });
  const result = act();
  Reflect.deleteProperty(globalThis, "event");
  return result;
}

test("a change that a person discards is not sent by a library that tries again", async () => {
  const at = page();
  const outcomes = outcomesOf([at.withRetry("note")]);
  await tick();
  await at.signIn();
  expect(at.client.reauth.getSnapshot().toConfirm).toBe(1);
  at.client.reauth.cancel();
  await tick(10_000);
  expect(at.server.calls).toEqual(["note"]);
  expect(outcomes.rejected.map(at.category)).toEqual(["cancelled"]);
});

test("nor one whose sign-in they put off, and it opens no prompt", async () => {
  const at = page();
  const outcomes = outcomesOf([atClick(() => at.withRetry("note"))]);
  await tick();
  at.client.reauth.cancel();
  await tick(10_000);
  expect(at.server.calls).toEqual(["note"]);
  expect(at.client.reauth.getSnapshot().status).toBe("cancelled");
  expect(outcomes.rejected.map(at.category)).toEqual(["cancelled"]);
});

test("it is sent when the person presses again, and after the next sign-in", async () => {
  const at = page();
  const first = outcomesOf([at.save("note")]);
  await tick();
  await at.signIn();
  at.client.reauth.cancel();
  await tick();
  expect(first.rejected).toHaveLength(1);
  const again = outcomesOf([atClick(() => at.save("note"))]);
  await tick();
  expect(again.resolved).toEqual(["note:2"]);

  at.server.revoke();
  void outcomesOf([at.save("other")]);
  await tick();
  at.client.reauth.cancel();
  await at.signIn();
  const other = outcomesOf([at.save("other")]);
  await tick();
  expect(other.resolved).toEqual(["other:3"]);
});

test("a change that was on its way at the click before a dismissal does not ask again", async () => {
  const at = page();
  const slow = at.client.guard((note: string) => at.server.call(note, 3000));
  const outcomes = outcomesOf(atClick(() => [at.save("quick"), slow("slow")]));
  await tick();
  at.client.reauth.cancel();
  await tick(5000);
  expect(at.client.reauth.getSnapshot().status).toBe("cancelled");
  expect(outcomes.rejected).toHaveLength(2);
  void outcomesOf([atClick(() => at.save("anew"))]);
  await tick();
  expect(at.client.reauth.getSnapshot().status).toBe("required");
});
