import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import kit from "../../package.json" with { type: "json" };
import { diagnose } from "../../src/diagnose/diagnose.js";
import { ticketDraft } from "../../src/support/ticketDraft.js";
import { hostile, runs } from "../diagnose/hostile.js";

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 4, 49) }));
afterEach(() => void vi.useRealTimers());

const error = Object.assign(new Error("x"), {
  config: {
    url: "https://graph.qq.com/api/v2/relation/get_friend_list3?access_token=CANARY",
    method: "post",
    headers: { Authorization: "Bearer CANARY" },
  },
  response: {
    status: 403,
    headers: new Headers({
      "x-request-id": "610bd4ad-0b82-48fc-9a4d-403b1c2d3e4f",
      date: "Mon, 23 Nov 2026 04:47:30 GMT",
    }),
    data: { ret: -22, msg: "openid is invalid", openid: "CANARY" },
  },
});

test("keeps what the vendor needs, and nothing else", () => {
  const { subject, facts, text } = ticketDraft(diagnose(error), {
    appVersion: "1.4.0",
    browser: "Chrome/120.0.0.0",
    events: [{ type: "failure.diagnosed", at: Date.now(), code: -22, count: 3 }, "b"],
  });
  expect(subject).toBe("OPENID_INVALID -22");
  expect(facts).toEqual({
    code: "-22",
    reason: "OPENID_INVALID",
    dialect: "openapi",
    httpStatus: "403",
    call: "POST /api/v2/relation/get_friend_list3",
    requestId: "610bd4ad-0b82-48fc-9a4d-403b1c2d3e4f",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    timeZone: expect.stringMatching(/^UTC[+-]\d\d:\d\d$/),
    clockSkew: "+90 s",
    serverMessage: "openid is invalid",
    kitVersion: kit.version,
    appVersion: "1.4.0",
    browser: "Chrome/120.0.0.0",
    events: "04:49:00 failure.diagnosed -22 ×3 | b",
  });
  expect(text.split("\n")).toHaveLength(14);
  expect(text).not.toContain("CANARY");
});

describe("masks", () => {
  test.each([
    ["a token in the server's text", { ret: -1, msg: "bad access_token=CANARY" }],
    ["JSON in the server's text", { ret: -1, msg: '{"skey":"CANARY"}' }],
    [
      "an openid in the path",
      Object.assign(new Error("x"), {
        config: { url: "/u/FE04CCE2FE04CCE2FE04CCE2FE04CCE2/CANARY_is_fine".replace("CANARY_is_fine", "a") },
        data: { ret: -1 },
      }),
    ],
  ])("%s", (_what, raw) => {
    const { text } = ticketDraft(diagnose(raw));
    expect(text).not.toMatch(/CANARY|FE04/);
    expect(text).toContain("[redacted]");
  });

  test("what the app adds", () => {
    const { text } = ticketDraft(diagnose({ ret: -1 }), {
      appVersion: "token=CANARY",
      browser: "ann@example.com",
      events: ["code=CANARY", "state: CANARY"],
    });
    expect(text).not.toMatch(/CANARY|ann@/);
  });
});

test.each([
  [-330, "UTC+05:30"],
  [-765, "UTC+12:45"],
  [0, "UTC+00:00"],
  [210, "UTC-03:30"],
  [600, "UTC-10:00"],
])("writes a zone of %i minutes as %s", (minutes, zone) => {
  vi.spyOn(Date.prototype, "getTimezoneOffset").mockReturnValue(minutes);
  expect(ticketDraft(diagnose({ ret: -1 })).facts["timeZone"]).toBe(zone);
  vi.restoreAllMocks();
});

test.each([
  [8.64e15, "+275760-09-13T00:00:00.000Z"],
  [-8.64e15, "-271821-04-20T00:00:00.000Z"],
  [8.64e15 + 1, "1970-01-01T00:00:00.000Z"],
  [NaN, "1970-01-01T00:00:00.000Z"],
])("writes the time %d as %s", (occurredAt, time) => {
  const diagnosis = diagnose({ ret: -1 });
  expect(ticketDraft({ ...diagnosis, failure: { ...diagnosis.failure, occurredAt } }).facts["time"]).toBe(time);
});

test("lists each event with its time, details and count", () => {
  const at = Date.now();
  const events = [
    { type: "failure.diagnosed", at, code: -21, count: 1 },
    { type: "reauth.failed", at, reason: "denied", detail: "x", count: 2 },
    { type: "reauth.required", at },
    "e ".repeat(200),
  ] as const;
  expect(ticketDraft(diagnose({ ret: -1 }), { events }).facts["events"]).toBe(
    `04:49:00 failure.diagnosed -21 | 04:49:00 reauth.failed denied x ×2 | 04:49:00 reauth.required | ${"e ".repeat(150).trim()}`,
  );
});

test("has no code in its subject where the answer had none, blanks at no end, and an id's own letters only", () => {
  expect(ticketDraft(diagnose(undefined)).subject).toBe("unknown");
  const { facts } = ticketDraft(
    diagnose({ status: 500, headers: { "x-request-id": 'ab<c>"d é-1' }, data: { ret: -1, msg: "  a  \n b  " } }),
    { browser: "  c   d " },
  );
  expect([facts["requestId"], facts["serverMessage"], facts["browser"]]).toEqual(["abcd-1", "a b", "c d"]);
});

test("a value never begins a line of its own, and holds no escape", () => {
  const { text, facts } = ticketDraft(diagnose({ ret: -1, msg: "a\r\ncode: 0 \u2028reason: NONE\u001b[31m" }));
  expect(facts["serverMessage"]).toBe("a code: 0 reason: NONE[31m");
  expect(text.split("\n").filter((line) => line.startsWith("code:"))).toEqual(["code: -1"]);
});

test("keeps the last ten events", () => {
  const events = Array.from({ length: 30 }, (_, index) => `e${String(index)}`);
  expect(ticketDraft(diagnose({ ret: -1 }), { events }).facts["events"]).toBe(
    "e20 | e21 | e22 | e23 | e24 | e25 | e26 | e27 | e28 | e29",
  );
});

test("has no blanks for what is not known", () => {
  expect(Object.keys(ticketDraft(diagnose(undefined)).facts)).toEqual([
    "reason",
    "dialect",
    "time",
    "timeZone",
    "kitVersion",
  ]);
});

test("keeps a path of words whole, however long", () => {
  const path = "/v3/pay/get_token_for_a_very_long_name_2";
  expect(ticketDraft(diagnose({ status: 500, url: `https://a.example${path}?a=1`, headers: {} })).facts["call"]).toBe(
    path,
  );
});

test("reports a clock that is behind or ahead, and nothing for a second of rounding or a header that is no date", () => {
  const skewOf = (date: string): string | undefined =>
    ticketDraft(diagnose({ status: 500, headers: { date }, data: { ret: -1 } })).facts["clockSkew"];
  expect(skewOf("Mon, 23 Nov 2026 04:50:00 GMT")).toBe("-60 s");
  expect(skewOf("Mon, 23 Nov 2026 04:48:58 GMT")).toBe("+2 s");
  for (const second of ["04:48:59", "04:49:00", "04:49:01"])
    expect(skewOf(`Mon, 23 Nov 2026 ${second} GMT`)).toBeUndefined();
  expect(skewOf("soon")).toBeUndefined();
});

test("is at most 8 KiB of plain lines without controls or broken characters, whatever failed", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 2000 }),
    fc.string({ unit: fc.constantFrom("\ud800", "\u001b", "\r", "\n", "\u{1f600}", "界"), maxLength: 4000 }),
  );
  const known = fc.record({
    $tencent: fc.constant(1),
    code: fc.nat(),
    dialect: texts,
    subcode: texts,
    serverMessage: texts,
    method: texts,
    path: texts,
    requestId: texts,
    serverDate: texts,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        hostile,
        known.map((failure) => () => failure),
      ),
      texts,
      (make, text) => {
        const draft = ticketDraft(diagnose(make()), {
          appVersion: text,
          browser: text,
          events: Array<string>(20).fill(text),
        });
        expect(new TextEncoder().encode(draft.text).length).toBeLessThanOrEqual(8192);
        expect(JSON.parse(JSON.stringify(draft))).toEqual(draft);
        expect(draft.text.split("\n")).toHaveLength(Object.keys(draft.facts).length);

        for (const value of Object.values(draft.facts))
          expect(value).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028\u2029]|\p{Surrogate}/u);
      },
    ),
    { numRuns: runs },
  );
});
