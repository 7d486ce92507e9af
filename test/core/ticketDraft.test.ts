import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/core/diagnose.js";
import { ticketDraft } from "../../src/core/ticketDraft.js";

const error = Object.assign(new Error("x"), {
  config: {
    url: "https://graph.qq.com/api/v2/relation/get_friend_list3?access_token=CANARY",
    method: "post",
    headers: { Authorization: "Bearer CANARY" },
  },
  response: {
    status: 403,
    headers: new Headers({ "x-request-id": "610bd4ad-0b82-48fc-9a4d-403b1c2d3e4f" }),
    data: { ret: -22, msg: "openid is invalid", openid: "CANARY" },
  },
});

test("keeps what the vendor needs, and nothing else", () => {
  const { subject, facts, text } = ticketDraft(diagnose(error), {
    appVersion: "1.4.0",
    browser: "Chrome/120.0.0.0",
    events: ["a", "b"],
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
    serverMessage: "openid is invalid",
    appVersion: "1.4.0",
    browser: "Chrome/120.0.0.0",
    events: "a | b",
  });
  expect(text.split("\n")).toHaveLength(11);
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
  expect(Object.keys(ticketDraft(diagnose(undefined)).facts)).toEqual(["reason", "dialect", "time"]);
});
