import { beforeEach, describe, expect, test, vi } from "vitest";
import { createTencentErrorClient } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";
import { fakeReauth } from "../../src/testing.js";
import type { ReplayRule } from "../../src/model/ReauthSnapshot.js";

beforeEach(() => {
  vi.useFakeTimers();
});

const revoked = { ret: -73, msg: "the user modify password wrong" };

/** A call that fails until a sign-in, asked when the first has failed or, late, when the sign-in is over already. */
async function play(options: object, { isReading, isLate }: { readonly isReading: boolean; readonly isLate: boolean }) {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow, accountId: () => "one" });
  let sent = 0;
  let answer: (() => void) | undefined;
  const send = async (_context: unknown) => {
    sent += 1;
    if (sent > 1) return "done";
    if (isLate) await new Promise<void>((resolve) => (answer = resolve));
    throw Object.assign(new Error("failed"), { response: { status: 200, data: revoked, headers: {} } });
  };
  let end = "waits";
  client
    .guard(
      send,
      options,
    )(isReading ? { queryKey: ["a"] } : "a")
    .then(
      () => (end = "sent again"),
      () => (end = "rejects"),
    );
  await vi.advanceTimersByTimeAsync(10);
  if (isLate) client.reauth.renewed("one");
  answer?.();
  await vi.advanceTimersByTimeAsync(100);
  const first = end;
  if (!isLate) client.reauth.renewed("one");
  await vi.advanceTimersByTimeAsync(100);
  const { toConfirm } = client.reauth.getSnapshot();
  client.reauth.resume();
  await vi.advanceTimersByTimeAsync(100);
  client.dispose();
  return [first, toConfirm, end];
}

// prettier-ignore
const table: readonly (readonly [kind: "reading" | "change", replay: ReplayRule | undefined, at: "at once" | "late", ...end: unknown[]])[] = [
  ["reading", undefined, "at once", "rejects", 0, "rejects"],
  ["reading", undefined, "late", "sent again", 0, "sent again"],
  ["reading", "auto", "at once", "waits", 0, "sent again"],
  ["reading", "auto", "late", "sent again", 0, "sent again"],
  ["reading", "confirm", "at once", "waits", 0, "sent again"],
  ["reading", "confirm", "late", "sent again", 0, "sent again"],
  ["reading", "never", "at once", "rejects", 0, "rejects"],
  ["reading", "never", "late", "rejects", 0, "rejects"],
  ["change", undefined, "at once", "waits", 1, "sent again"],
  ["change", undefined, "late", "waits", 1, "sent again"],
  ["change", "confirm", "at once", "waits", 1, "sent again"],
  ["change", "confirm", "late", "waits", 1, "sent again"],
  ["change", "auto", "at once", "waits", 0, "sent again"],
  ["change", "auto", "late", "sent again", 0, "sent again"],
  ["change", "never", "at once", "rejects", 0, "rejects"],
  ["change", "never", "late", "rejects", 0, "rejects"],
];

test.each(table)("a %s with replay %s that fails %s", async (kind, replay, at, ...end) => {
  expect(
    await play(replay === undefined ? {} : { replay }, { isReading: kind === "reading", isLate: at === "late" }),
  ).toEqual(end);
});

describe("the older `hold`", () => {
  test("warns once, and waits for no question that nothing asks", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const late = { isReading: false, isLate: true };
    expect(await play({ hold: false, replay: "confirm" }, late)).toEqual(["rejects", 0, "rejects"]);
    expect(await play({ hold: false }, { ...late, isLate: false })).toEqual(["rejects", 0, "rejects"]);
    expect(await play({ hold: true }, { isReading: true, isLate: false })).toEqual(["waits", 0, "sent again"]);
    expect(await play({ hold: true, replay: "never" }, late)).toEqual(["rejects", 0, "rejects"]);
    expect(warn).toHaveBeenCalledOnce();
    expect(String(warn.mock.calls[0]?.[0])).toMatch(
      /^\[tencent-error-kit\] `hold` is deprecated: `replay` decides alone/,
    );
    warn.mockRestore();
  });
});

test("a fetch that reads waits when it says so", async () => {
  const client = createTencentErrorClient({ reauth: fakeReauth(), accountId: () => "one" });
  let isSignedIn = false;
  const send = vi.fn(async () => Response.json(isSignedIn ? { ret: 0, names: ["Mei"] } : revoked));
  const answer = createTencentFetch(client, send)("/api/friends", {}, { replay: "confirm" });
  await vi.advanceTimersByTimeAsync(10);
  isSignedIn = true;
  client.reauth.renewed("one");
  await vi.advanceTimersByTimeAsync(10);
  expect(await answer).toEqual({ ret: 0, names: ["Mei"] });
  client.dispose();
});
