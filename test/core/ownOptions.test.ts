import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { beginFlow } from "../../src/core/beginFlow.js";
import { createTencentErrorClient } from "../../src/core.js";
import { ownOptions } from "../../src/core/ownOptions.js";

const planted = vi.fn();
// what a polluted prototype would turn: where people sign in, whether in a frame, what is asked for, who hears of it
const plant: Readonly<Record<string, unknown>> = {
  ...{ authorizeUrl: "https://evil.test/authorize", allowEmbedded: true, scope: ["everything"] },
  ...{ onEvent: planted, accountId: planted, onAccountChange: planted, reauth: { kind: "evil", start: planted } },
  ...{ docs: "https://evil.test/", limits: { starts: 0 } },
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

test("T44: a polluted prototype leads no sign-in elsewhere and into no frame", () => {
  const options = ownOptions({ clientId: "1", redirectUri: "/back.html", exchange: () => Promise.resolve() });
  const request = { diagnosis: null, signal: new AbortController().signal, onProgress: planted, onRefusal: planted };
  const place = { href: "https://app.test/page", origin: "https://app.test", top: "https://app.test" };
  const begun = beginFlow(options, request, place);
  const { origin, searchParams } = new URL("address" in begun ? begun.address : "https://none.test");
  expect([origin, searchParams.get("scope")]).toEqual(["https://graph.qq.com", null]);
  expect(beginFlow(options, request, { ...place, top: "https://other.test" })).toHaveProperty("outcome");
});

test("T44: a polluted prototype gives a client no flow, no reference and no listener", () => {
  const client = createTencentErrorClient({});
  client.reauth.require(client.diagnose({ ret: -21 }));
  client.reauth.start();
  expect([client.canReauthorize, client.docs]).toEqual([false, undefined]);
  expect(planted).not.toHaveBeenCalled();
});
