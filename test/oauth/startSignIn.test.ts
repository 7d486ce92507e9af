import { afterEach, expect, test, vi } from "vitest";
import type { ReauthRun } from "../../src/model/ReauthFlow.js";
import { failedRun, type PageLocation, startSignIn } from "../../src/oauth/startSignIn.js";
import type { ReauthOptions } from "../../src/oauth/ReauthOptions.js";

afterEach(() => void vi.unstubAllGlobals());

const page: PageLocation = { href: "https://app.test/orders", origin: "https://app.test", top: "https://app.test" };
const given: ReauthOptions = { clientId: "1", redirectUri: "/back.html", exchange: () => Promise.resolve() };

function begin(options: Partial<ReauthOptions> = {}, place: Partial<PageLocation> = {}) {
  const onRefusal = vi.fn();
  const request = { diagnosis: null, signal: new AbortController().signal, onProgress: vi.fn(), onRefusal };
  return { begun: startSignIn({ ...given, ...options }, request, { ...page, ...place }), onRefusal };
}

test("a flow has a state of its own, and its address asks for it", () => {
  const [first, second] = [begin().begun, begin().begun] as { state: string; address: string }[];
  expect(first?.state).toMatch(/^[\w-]{43}$/);
  expect(second?.state).not.toBe(first?.state);
  const { origin, pathname, searchParams } = new URL(first?.address ?? "");
  expect([origin + pathname, searchParams.get("state"), searchParams.get("redirect_uri")]).toEqual([
    "https://graph.qq.com/oauth2.0/authorize",
    first?.state,
    "https://app.test/back.html",
  ]);
});

test.each<readonly [string, Partial<ReauthOptions>, Partial<PageLocation>, string, number]>([
  ["in another page's frame", {}, { top: "https://other.test" }, "embedded", 0],
  ["in a frame that sees nothing around it", {}, { top: undefined }, "embedded", 0],
  ["where a frame is not said to be allowed", { allowEmbedded: false }, { top: undefined }, "embedded", 0],
  ["in a page without an origin", {}, { origin: "null", top: "null" }, "unsupported", 0],
  ["with an address that leads astray", { authorizeUrl: "http://evil.test/" }, {}, "unsupported", 1],
])("nothing begins %s", { tags: ["T24", "T33"] }, async (_where, options, place, reason, refusals) => {
  const { begun, onRefusal } = begin(options, place);
  expect(begun).toEqual({ outcome: expect.any(Promise) });
  await expect((begun as ReauthRun).outcome).resolves.toEqual({ status: "failed", reason });
  expect(onRefusal.mock.calls).toEqual(Array<unknown>(refusals).fill(["urlRefused"]));
});

test("an app may allow a frame", () => {
  expect(begin({ allowEmbedded: true }, { top: undefined }).begun).toHaveProperty("address");
});

test("nothing begins where there are no random numbers", async () => {
  vi.stubGlobal("crypto", {});
  await expect((begin().begun as ReauthRun).outcome).resolves.toEqual({ status: "failed", reason: "unsupported" });
});

test("a run that is over has its outcome at once", async () => {
  await expect(failedRun("embedded").outcome).resolves.toEqual({ status: "failed", reason: "embedded" });
});
