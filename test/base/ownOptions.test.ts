import axios from "axios";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { attachTencentAxios } from "../../src/axios.js";
import { ownOptions } from "../../src/base/safely.js";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";
import { startSignIn } from "../../src/oauth/startSignIn.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

const planted = vi.fn();
// options that a polluted prototype could set: address, frame, scope, listener
const plant: Readonly<Record<string, unknown>> = {
  ...{ authorizeUrl: "https://evil.test/authorize", allowEmbedded: true, scope: ["everything"] },
  ...{ onEvent: planted, accountId: planted, onAccountChange: planted, reauth: { kind: "evil", start: planted } },
  ...{ docs: "https://evil.test/", limits: { starts: 0 } },
  // and whether a change is sent again without a question
  ...{
    replay: "auto",
    idempotent: true,
    hold: false,
    meta: { tencent: { replay: "auto" } },
    tencent: { replay: "auto" },
  },
};

beforeEach(() => {
  planted.mockClear();
  for (const [key, value] of Object.entries(plant))
    Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true });
});
afterEach(() => {
  for (const key of Object.keys(plant)) Reflect.deleteProperty(Object.prototype, key);
});

test("T44: a copy has the app's options and nothing that it did not give", () => {
  const options: Readonly<Record<string, unknown>> = ownOptions({ clientId: "1" });
  expect([options["clientId"], options["authorizeUrl"], Object.getPrototypeOf(options)]).toEqual([
    "1",
    undefined,
    null,
  ]);
});

test("T44: a polluted prototype leads no sign-in elsewhere and into no frame", { tags: ["T44"] }, () => {
  const options = ownOptions({ clientId: "1", redirectUri: "/back.html", exchange: () => Promise.resolve() });
  const request = { diagnosis: null, signal: new AbortController().signal, onProgress: planted, onRefusal: planted };
  const place = { href: "https://app.test/page", origin: "https://app.test", top: "https://app.test" };
  const begun = startSignIn(options, request, place);
  const { origin, searchParams } = new URL("address" in begun ? begun.address : "https://none.test");
  expect([origin, searchParams.get("scope")]).toEqual(["https://graph.qq.com", null]);
  expect(startSignIn(options, request, { ...place, top: "https://other.test" })).toHaveProperty("outcome");
});

describe("T44: a polluted prototype sends no change again without a question", () => {
  const failure = { ret: -21 };
  const refuse = (config?: object) =>
    Promise.reject(Object.assign(new Error("x"), { config, response: { status: 200, data: failure } }));

  test.each<readonly [string, (client: TencentErrorClient, send: () => Promise<never>) => unknown]>([
    ["under a guard", (client, send) => client.guard(send)()],
    ["under a guard with other options", (client, send) => client.guard(send, { label: "Save" })()],
    ["by fetch", (client, send) => createTencentFetch(client, send)("https://app.test/", { method: "POST" })],
    [
      "by axios",
      (client, adapter) => {
        const instance = axios.create({ adapter });
        attachTencentAxios(instance, client);
        return instance.post("https://app.test/");
      },
    ],
  ])("%s", async (_how, call) => {
    const reauth = fakeReauth();
    const client = createTencentErrorClient({ reauth });
    const send = vi.fn(refuse);
    const outcome = vi.fn();
    void Promise.resolve(call(client, send)).then(outcome, outcome);
    await expect.poll(() => client.reauth.getSnapshot().status).toBe("required");
    client.reauth.start();
    reauth.end({ status: "succeeded" });
    await expect.poll(() => client.reauth.getSnapshot().toConfirm).toBe(1);
    expect([send.mock.calls.length, outcome.mock.calls.length]).toEqual([1, 0]);
  });
});

test("T44: a polluted prototype gives a client no flow, no reference and no listener", () => {
  const client = createTencentErrorClient({});
  client.reauth.require(client.diagnose({ ret: -21 }));
  client.reauth.start();
  expect([client.canReauthorize, client.docs]).toEqual([false, undefined]);
  expect(planted).not.toHaveBeenCalled();
});
