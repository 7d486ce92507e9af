import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { channelName } from "../../src/oauth/callbackMessage.js";
import { createPendingSignIn, readPendingSignIn } from "../../src/oauth/pendingSignIn.js";
import { belongsTo, isUnexpired, registrationOf } from "../../src/oauth/storedSignIn.js";

const state = "s".repeat(43);
const asker = { provider: "qq", client: "1 /back.html" };
const href = "https://app.example/friends?page=2#top";
const now = Date.parse("2026-11-23T10:00:00Z");

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => void vi.useRealTimers());

const kept = (): Record<string, unknown> => ({
  ...createPendingSignIn(state, { provider: "qq", client: "100 /back" }, href),
});

test("what was kept is read again, field by field and nothing more", () => {
  expect(readPendingSignIn({ ...kept(), more: "x" }, href)).toEqual({
    v: 1,
    flow: channelName(state),
    state,
    provider: "qq",
    client: "100 /back",
    createdAt: now,
    returnTo: href,
  });
});

test.each<readonly [string, unknown]>([
  ["v", 2],
  ["v", undefined],
  ["state", "short"],
  ["state", `${state}x`],
  ["flow", "te-other"],
  ["flow", undefined],
  ["provider", undefined],
  ["provider", 1],
  ["createdAt", String(now)],
  ["createdAt", undefined],
  ["returnTo", "https://evil.example/"],
  ["returnTo", "javascript:alert(1)"],
  ["returnTo", undefined],
  ["returnTo", "https://app.example//evil.example"],
])("a record whose %s is %j is none", (name, value) => {
  expect(readPendingSignIn({ ...kept(), [name]: value }, href)).toBeUndefined();
});

test.each([[null], [undefined], ["text"], [[]]])("nor is %j", (value) => {
  expect(readPendingSignIn(value, href)).toBeUndefined();
});

test("two slashes after the path's beginning are a way back like any other", () => {
  const returnTo = "https://app.example/a//b?to=https://x.example//y";
  expect(readPendingSignIn({ ...kept(), returnTo }, href)?.returnTo).toBe(returnTo);
});

test.each([
  [0, true],
  [600_000, true],
  [600_001, false],
  [-600_000, true],
  [-600_001, false],
])("after %i ms on the clock it is fresh: %s", (later, fresh) => {
  const record = kept();
  vi.setSystemTime(now + later);
  expect(isUnexpired(record)).toBe(fresh);
});

test("or within the life that is asked for", () => {
  const record = kept();
  vi.setSystemTime(now + 60_000);
  expect([isUnexpired(record, 60_000), isUnexpired(record, 59_999)]).toEqual([true, false]);
});

test.each([[{}], [{ createdAt: "1" }], [null], [{ createdAt: NaN }]])("%j is never fresh", (value) => {
  expect(isUnexpired(value)).toBe(false);
});

test("a record is of the registration that kept it and of no other", () => {
  const options = { clientId: "1", redirectUri: "/back.html", exchange: () => Promise.resolve() };
  expect(registrationOf(options)).toEqual(asker);
  const record = readPendingSignIn({ ...kept(), ...asker, isUsed: true }, href);
  expect(record).toEqual({ ...kept(), client: asker.client, isUsed: true });
  expect(belongsTo(asker, record)).toBe(true);
  for (const other of [{ provider: "wechat" }, { clientId: "2" }, { redirectUri: "/other/back.html" }])
    expect(belongsTo(registrationOf({ ...options, ...other }), record)).toBe(false);
  for (const client of [undefined, [asker.client], ""])
    expect(belongsTo(asker, readPendingSignIn({ ...kept(), client }, href))).toBe(false);
});
