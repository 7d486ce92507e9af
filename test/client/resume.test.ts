import { expect, test } from "vitest";
import { createTencentErrorClient, type ReauthFlow, type ReauthOutcome, type ReauthRequest } from "../../src/core.js";

interface Page {
  readonly flow: ReauthFlow;
  readonly request: () => ReauthRequest;
  end(outcome: ReauthOutcome): Promise<void>;
}

/** A flow that an earlier page of this tab began. */
function returning(): Page {
  let request: ReauthRequest | undefined;
  let end: (outcome: ReauthOutcome) => void = () => undefined;
  const run = (given: ReauthRequest): { readonly outcome: Promise<ReauthOutcome> } => {
    request = given;
    given.onProgress({ status: "verifying" });
    return { outcome: new Promise((resolve) => (end = resolve)) };
  };
  return {
    flow: { kind: "returning", start: run, resume: run },
    request: () => request!,
    async end(outcome) {
      end(outcome);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

test("a flow of an earlier page is finished by the next page's client", async () => {
  const page = returning();
  const client = createTencentErrorClient({ reauth: page.flow });
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "verifying", epoch: 0, diagnosis: null });
  await page.end({ status: "succeeded", accountId: "a" });
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "succeeded", epoch: 1 });
});

test("calls that fail meanwhile join it and are healed by it, without a second question", async () => {
  const page = returning();
  const client = createTencentErrorClient({ reauth: page.flow });
  client.reauth.require(client.diagnose({ ret: -21 }), 0);
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "verifying" });
  await page.end({ status: "succeeded", accountId: "a" });
  client.reauth.require(client.diagnose({ ret: -21 }), 0);
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "succeeded", epoch: 1, affected: 1 });
  client.reauth.require(client.diagnose({ ret: -21 }), 1);
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "loop" });
});

test("a failed one is shown, and can be tried again", async () => {
  const page = returning();
  const client = createTencentErrorClient({ reauth: page.flow });
  await page.end({ status: "failed", reason: "denied" });
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "denied", epoch: 0 });
  client.reauth.start();
  expect(client.reauth.getSnapshot().status).toBe("verifying");
});

test("without a flow to finish, nothing happens", () => {
  const client = createTencentErrorClient({ reauth: { ...returning().flow, resume: () => null } });
  expect(client.reauth.getSnapshot().status).toBe("idle");
});

test("an abandoned flow leaves the page as before the click: nothing held, no cool-down", async () => {
  const page = returning();
  const client = createTencentErrorClient({ reauth: { kind: "leaving", start: page.flow.start } });
  const failure = client.diagnose({ ret: -21 });
  client.reauth.require(failure);
  client.reauth.start();
  await page.end({ status: "idle" });
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "idle", affected: 0 });
  client.reauth.require(failure);
  expect(client.reauth.getSnapshot().status).toBe("required");
});

test("a resumed flow can be cancelled", () => {
  const page = returning();
  const client = createTencentErrorClient({ reauth: page.flow });
  client.reauth.cancel();
  expect(page.request().signal.aborted).toBe(true);
  expect(client.reauth.getSnapshot().status).toBe("cancelled");
});
