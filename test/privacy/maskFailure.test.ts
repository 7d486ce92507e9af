import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TencentError } from "../../src/diagnose/TencentError.js";
import { diagnose } from "../../src/diagnose/diagnose.js";
import type { TencentFailure } from "../../src/model/Diagnosis.js";
import { isHarmless } from "../../src/privacy/isHarmless.js";
import { maskFailure } from "../../src/privacy/maskFailure.js";
import { redactFailure } from "../../src/privacy/redact.js";
import { ticketDraft } from "../../src/support/ticketDraft.js";
import { runs } from "../diagnose/hostile.js";
import { serverMessages } from "../sandbox/serverMessages.js";
import { chineseTexts, otherTexts, readableTexts } from "./secretTexts.js";

const mask = "[redacted]";
const secretTexts = [...chineseTexts, ...otherTexts].map(([text]) => text);
const failureOf = (parts: Partial<TencentFailure>): TencentFailure => ({
  ...diagnose({ ret: -1 }).failure,
  ...parts,
});

test.each([
  ...Object.values(serverMessages),
  "回调地址不合法(100010)",
  "CompanyID not set (#100048)",
  "invalid code, rid: 610bd4ad-0b8248fc-0a4d403b",
  "api unauthorized rid: 63764f74-21448db1",
  "invalid credential, access_token is invalid or not latest hints: [nHNcda0FE-PVWZTA!]",
  "invalid appsecret, hints: [ req_id: vDdaA6yFe-Fg6RNa ]",
  "请求失败，请重试！",
  "access_token已过期，请重新授权",
  "user doesn't exist",
])("what the vendor says stays in the diagnosis: %s", (text) => {
  expect(diagnose({ ret: -1, msg: text }).failure.serverMessage).toBe(text);
});

test("a text is whole in a diagnosis or not there at all, and a report takes its secrets out of what came", () => {
  for (const text of [...secretTexts, ...readableTexts]) {
    const diagnosis = diagnose({ ret: -1, msg: text });
    const told = diagnosis.failure.serverMessage;
    const reported = redactFailure(diagnosis.failure).serverMessage;
    expect([reported, mask]).toContain(told);
    expect(reported).toBe(redactFailure(failureOf({ serverMessage: text })).serverMessage);
    expect(ticketDraft(diagnosis).facts["serverMessage"]).toBe(reported?.replace(/\s+/g, " ").trim());
  }
});

test("masks at least what a report masks, field by field", () => {
  const part = fc.oneof(
    fc.constantFrom(
      ...secretTexts,
      ...readableTexts,
      "rid: 610bd4ad-0b8248fc",
      "Root=1-5759e988-bd86",
      "1764300000-42",
    ),
    fc.string({ unit: fc.constantFrom(...Array.from("aoqQK1389_-/. =%A码"), "0755", "eyJ", "1381234", "86") }),
  );
  const text = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
  const keys = ["dialect", "subcode", "serverMessage", "serverDate", "method", "path", "requestId"] as const;
  fc.assert(
    fc.property(fc.constantFrom(...keys), text, (key, value) => {
      const given = failureOf({ [key]: value });
      const masked = maskFailure(given);
      const left = masked[key] ?? "";
      // what a copy still holds has nothing to take out
      expect(redactFailure({ ...masked })[key]).toBe(left);
      if (key === "path") return;
      expect([redactFailure(given)[key], mask]).toContain(left);
    }),
    { numRuns: runs },
  );
});

describe("what a failure was read from", () => {
  const secret = "errcode: 40029, password=hunter2";
  const diagnosis = diagnose({ ret: -1, msg: secret });
  const reported = "errcode: 40029, password=[redacted]";

  test("is found by a report, also after it was thrown, and diagnosed again", () => {
    const thrown = new TencentError(diagnosis);
    for (const one of [diagnosis, thrown.diagnosis, diagnose(thrown), diagnose({ diagnosis })]) {
      expect(one.failure.serverMessage).toBe(mask);
      expect(ticketDraft(one).facts["serverMessage"]).toBe(reported);
    }
  });

  test("is on no copy", () => {
    const copies = [{ ...diagnosis.failure }, structuredClone(diagnosis.failure)];
    for (const copy of [...copies, diagnose(JSON.stringify(new TencentError(diagnosis))).failure])
      expect(redactFailure(copy).serverMessage).toBe(mask);
  });
});

test("a failure that needs no mask is the same object, and a second mask changes nothing", () => {
  const clean = Object.freeze(failureOf({ serverMessage: "openid is invalid" }));
  expect(maskFailure(clean)).toBe(clean);
  for (const text of secretTexts) {
    const once = maskFailure(failureOf({ serverMessage: text, path: `/${text}`, requestId: text }));
    expect(maskFailure(once)).toBe(once);
  }
});

test.each(["a ", "1", "1 ", "is ", "是", "码", "'", "a1_", "rid: ", "hints: [", "(100016"])(
  "reads a text of many %j a fixed number of times",
  (piece) => {
    const started = performance.now();
    isHarmless(piece.repeat(100_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(300);
  },
);
