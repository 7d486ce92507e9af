import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { diagnose } from "../../src/diagnose/diagnose.js";
import type { TencentFailure } from "../../src/model/Diagnosis.js";
import { maskSecrets } from "../../src/privacy/maskSecrets.js";
import { redactFailure } from "../../src/privacy/redact.js";
import { ticketDraft } from "../../src/support/ticketDraft.js";
import { runs } from "../diagnose/hostile.js";
import { chineseTexts, otherTexts, readableTexts } from "./secretTexts.js";

// a moment holds any short secret by chance
beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmN";
const openid = "FE04CCE2FE04CCE2FE04CCE2FE04CCE2";
const secrets = [
  "13812345678",
  "+8613812345678",
  openid,
  jwt,
  "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
  "110101199003072316",
  "alice@example.com",
];

const failedAt = (path: string): TencentFailure =>
  redactFailure(diagnose({ status: 500, url: `https://a.example${path}`, headers: {} }).failure);
const failedAs = (requestId: string): TencentFailure =>
  diagnose({ status: 500, headers: { "x-request-id": requestId }, data: { ret: -1 } }).failure;

describe("an id of a call", () => {
  test.each(secrets)("that is %s is left out", (id) => {
    expect(failedAs(id).requestId).toBe("[redacted]");
    expect(JSON.stringify(diagnose({ ret: -1, seq: id }))).not.toContain(id);
    expect(JSON.stringify(diagnose({ ret: -1, requestId: `rid-${id}` }))).not.toContain(id);
  });

  test.each([
    "610bd4ad-0b82-48fc-9a4d-403b1c2d3e4f",
    "610bd4ad-0b8248fc",
    "4bf92f3577b34da6a3ce929d0e0e4736",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    "NWZlZmU4ZjNfOTBkNzcyYTlfMjMzY18xMTM1MQ==",
    "1764300000-42",
    "Root=1-5759e988-bd862e3fe1be46a994272793",
    "req_8aQx2",
    "0a1b2c3d",
  ])("that is %s stays", (id) => {
    expect(failedAs(id).requestId).toBe(id);
    expect(ticketDraft(diagnose({ ret: -1, request_id: id })).facts["requestId"]).toBe(id);
  });
});

describe("a path", () => {
  test.each(secrets.filter((secret) => !secret.includes("@")))("with %s in it is known by its words", (secret) => {
    expect(failedAt(`/v3/users/${secret}/friends`).path).toBe("/v3/users/[redacted]/friends");
  });

  test.each([
    ["/u/123456789/a", "/u/[redacted]/a"],
    ["/u_13812345678/a", "/u_[redacted]/a"],
    ["/reset/q83vEjRWeJCrze8S", "/reset/[redacted]"],
    ["/u/610bd4ad-0b82-48fc-9a4d-403b1c2d3e4f", "/u/[redacted]"],
    ["/u/alice%40example.com/a", "/u/[redacted]/a"],
    ["/u/%E5%BC%A0%E4%B8%89@example.com", "/u/[redacted]"],
    ["/u/138-1234-5678", "/u/[redacted]"],
    ["/u/a_138_1234_5678", "/u/a_[redacted]"],
    ["/a;token=Zk9q/b", "/a;token=[redacted]/b"],
    ["/u/%31%33812345678", "/u/[redacted]"],
  ])("%s is %s", (path, shown) => {
    expect(failedAt(path).path).toBe(shown);
  });

  test.each([
    "/",
    "/v3/relation/get_friend_list3",
    "/v3/pay/get_token_for_a_very_long_name_2",
    "/api/2.0/items/12345",
    "/docs/100016",
    "/assets/index.html",
    "/a/2026-11/b",
    "/user/getUserInfo",
    "/cgi-bin/token",
    "/回调/页",
    "/%E5%9B%9E%E8%B0%83",
    "/a//b/",
    "/sns/oauth2/access_token",
  ])("%s stays", (path) => {
    expect(failedAt(path).path).toBe(path);
  });
});

test("a message is clean in the diagnosis itself, which is what apps log", () => {
  for (const [text, gone] of [...chineseTexts, ...otherTexts]) {
    const said = JSON.stringify(diagnose({ ret: -1, msg: text }));
    for (const secret of [gone].flat()) expect(said).not.toContain(JSON.stringify(secret).slice(1, -1));
  }
});

test("what helps stays in the report to the letter", () => {
  for (const text of readableTexts)
    expect(redactFailure(diagnose({ ret: -1, msg: text }).failure).serverMessage).toBe(text);
});

test("every text of a failure is clean, also where another copy of the kit, or another script, wrote it", () => {
  const keys = ["dialect", "subcode", "serverMessage", "serverDate", "method", "path", "requestId"] as const;
  for (const key of keys)
    for (const secret of [...secrets, "password=hunter2", "密码：hunter2"]) {
      const written = { $tencent: 1, dialect: "openapi", code: -1, occurredAt: 0, confidence: "exact", [key]: secret };
      const said = JSON.stringify([diagnose(written), diagnose({ diagnosis: { failure: written } })]);
      expect(said).not.toContain(secret);
      expect(said).not.toContain("hunter2");
    }
});

test("a secret that the end cuts is masked whole", () => {
  for (let ahead = 280; ahead <= 300; ahead += 1)
    for (const secret of ["13812345678", "password=hunter2hunter2", "alice.lee@example.com"]) {
      const { serverMessage = "" } = diagnose({
        ret: -1,
        msg: `${"x ".repeat(150).slice(0, ahead)} ${secret} b`,
      }).failure;
      expect(serverMessage).not.toMatch(/1381|hunt|alice/);
      expect(Array.from(serverMessage).length).toBeLessThanOrEqual(300);
    }
});

test("a clean failure is the same object, and a second cleaning changes nothing", () => {
  const clean = Object.freeze({ ...diagnose({ ret: -1, msg: "openid is invalid" }).failure });
  expect(redactFailure(clean)).toBe(clean);
  fc.assert(
    fc.property(fc.constantFrom(...chineseTexts, ...otherTexts), fc.nat(320), ([text], ahead) => {
      const once = redactFailure({
        ...clean,
        serverMessage: "x ".repeat(ahead / 2) + text,
        path: `/${text}`,
        requestId: text,
      });
      expect(redactFailure(once)).toBe(once);
    }),
    { numRuns: runs },
  );
});

test("a text without any sign of a secret is one that no rule would mask", () => {
  const plain = fc.string({
    unit: fc.constantFrom(
      ...Array.from("abcqxyzABC 0129.,;-_()#/!?'码错误请重试是（），。"),
      "is ",
      "13812345",
      "100016",
      "qq",
    ),
    maxLength: 40,
  });
  fc.assert(
    fc.property(plain, (text) => {
      // with a sign ahead the short way is not taken
      expect(maskSecrets(`" ${text}`)).toBe(`" ${maskSecrets(text)}`);
    }),
    { numRuns: runs, examples: [["试qq是，a"]] },
  );
});
