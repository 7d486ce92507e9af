import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as core from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

const registered = fileURLToPath(new URL("../../registry/tencent/client.ts", import.meta.url));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** An app whose data layer forgets nothing by itself, on the `tencent/client.ts` that `init` writes. */
async function app() {
  const flow = fakeReauth();
  const reload = vi.fn();
  vi.stubGlobal("location", { reload });
  vi.doMock("tencent-error-kit/core", () => core);
  vi.doMock("tencent-error-kit/fetch", () => ({ tencentFetch: vi.fn() }));
  vi.doMock("tencent-error-kit/flows/autoReauth", () => ({ autoReauth: () => flow }));
  vi.doMock("../../registry/tencent/config", () => ({
    ...{ appId: "1", returnPage: "/", sessionRoute: "/", startRoute: undefined, platformPaths: [] },
    reloadsForOtherAccount: true,
  }));
  // its own types are those of the built kit
  const { client }: { readonly client: core.TencentErrorClient } = await import(registered);
  const signIn = async (accountId: string): Promise<void> => {
    client.reauth.start();
    flow.end({ status: "succeeded", accountId });
    await vi.advanceTimersByTimeAsync(300);
  };
  await signIn("ann");
  return { client, reload, signIn };
}

test("the page of an app that keeps what it has read is loaded anew once a person goes on with another account", async () => {
  const { client, reload, signIn } = await app();
  await signIn("bob");
  expect(client.reauth.getSnapshot().reason).toBe("accountMismatch");
  expect(reload).not.toHaveBeenCalled();
  client.reauth.cancel();
  expect(reload).toHaveBeenCalledOnce();
});

test("nothing is loaded anew where the first account is back", async () => {
  const { client, reload, signIn } = await app();
  await signIn("bob");
  client.reauth.start();
  expect(client.reauth.getSnapshot().status).toBe("opening");
  await signIn("ann");
  expect(client.reauth.getSnapshot().status).toBe("succeeded");
  expect(reload).not.toHaveBeenCalled();
});

test("a third account is asked about like the second", async () => {
  const { client, reload, signIn } = await app();
  await signIn("bob");
  await signIn("eve");
  expect(reload).not.toHaveBeenCalled();
  client.reauth.cancel();
  expect(reload).toHaveBeenCalledOnce();
});
