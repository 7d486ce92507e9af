import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createTencentErrorClient, diagnose, isFailure, TencentError, unwrap } from "../../src/core.js";
import { readSession } from "../../src/diagnose/readSession.js";

const qq = { ret: -73, msg: "access token expired" };

describe("a copy of an error is read as the error is, when it is asked about:", () => {
  const response = { status: 401, data: qq };
  const stored = new TencentError(diagnose(qq)).toJSON();

  test.each<readonly [string, unknown, number | null, string]>([
    ["a response", { response }, -73, "reauth"],
    ["beside a message", { message: "m", response }, -73, "reauth"],
    ["beside a request", { request: {}, response }, -73, "reauth"],
    ["beside its config", { config: {}, response }, -73, "reauth"],
    ["beside a status", { status: 401, response }, -73, "reauth"],
    ["without a status", { response: { data: qq } }, -73, "reauth"],
    ["a stored error in its response", { response: { data: stored } }, -73, "reauth"],
    ["a cause", { message: "m", cause: qq }, -73, "reauth"],
    ["a cause as text", { cause: JSON.stringify(qq) }, -73, "reauth"],
    ["a status and a message", { status: 502, message: "m" }, null, "platform"],
    ["a statusCode and a message", { statusCode: 429, message: "m" }, null, "rateLimit"],
    ["as text", JSON.stringify({ response }), -73, "reauth"],
    ["GraphQL's list", [{ message: "m", extensions: { code: "-73" } }], -73, "reauth"],
  ])("%s", (_what, copy, code, category) => {
    for (const ask of [diagnose, createTencentErrorClient().diagnose])
      expect(ask(copy)).toMatchObject({ category, failure: { code } });
    // data may look so too
    expect(isFailure(copy)).toBe(false);
    expect(unwrap(copy)).toBe(copy);
    expect(unwrap(copy, Response.json(copy))).toBe(copy);
  });

  test.each([{ status: 200, message: "m" }, { response: null }, { response: { data: [1] } }, [{ message: "m" }]])(
    "an answer is none: %j",
    (answer) => {
      expect(diagnose(answer)).toMatchObject({ category: "unknown", failure: { code: null } });
    },
  );
});

describe("a text that is as a whole an answer counts whatever its content type:", () => {
  const json = { headers: { "content-type": "application/json" } };

  test.each([JSON.stringify(qq), 'callback( {"error":100016,"error_description":"m"} );', '{"ret":-73,"msg":"a\nb"}'])(
    "%s",
    (text) => {
      expect(() => unwrap(text, new Response("", json))).toThrow(TencentError);
      expect(() => createTencentErrorClient().unwrap(text, new Response("", json))).toThrow(TencentError);
    },
  );

  test.each([
    "Parcel (100016)",
    "error=100016&error_description=x",
    "?error=100016",
    JSON.stringify(JSON.stringify(qq)),
  ])("a text of the app's stays: %s", (text) => {
    expect(unwrap(text, new Response("", json))).toBe(text);
  });

  test("each sample of a failure with JSON throws as a text where it throws as an object", () => {
    const lines = readFileSync(new URL("../fixtures/wireSamples.jsonl", import.meta.url), "utf8")
      .trim()
      .split("\n");
    const samples = lines.map((line) => JSON.parse(line) as { body: string; httpStatus: number; contentType: string });
    let failures = 0;
    for (const { body, httpStatus, contentType } of samples) {
      if (!/json/.test(contentType) || !body.startsWith("{") || httpStatus === 302) continue;
      const response = new Response("", { status: httpStatus, headers: { "content-type": contentType } });
      const throws = (value: unknown): boolean => {
        try {
          return unwrap(value, response) !== value;
        } catch {
          return true;
        }
      };
      let value: unknown = body;
      try {
        value = JSON.parse(body);
      } catch {
        // some are no JSON
      }
      expect(throws(body), body).toBe(throws(value));
      failures += throws(body) ? 1 : 0;
    }
    expect(failures).toBeGreaterThan(15);
  });
});

test.each([
  { isSuccess: false },
  { success: 0, message: "m" },
  { result: "fail" },
  { success: false, data: { accountId: "a" } },
])("no session was opened: %j", async (answer) => {
  expect(await readSession(answer)).toBeUndefined();
});

test.each([
  { success: 1 },
  { success: true, data: { accountId: "a" } },
  { result: "ok" },
  { isError: false },
  { error: null, accountId: "a" },
])("a session was opened: %j", async (answer) => {
  expect(await readSession(answer)).toBeDefined();
});

describe("where isTencent says so, every dialect is read, in both of its forms:", () => {
  test.each<readonly [object, number]>([
    [{ code: -73, msg: "m" }, -73],
    [{ code: -73, message: "m" }, -73],
    [{ error_code: 100016, error_msg: "m" }, 100016],
    [{ code: 100014, message: "m" }, 100014],
    [{ code: 100014, msg: "m" }, 100014],
  ])("%j", async (body, code) => {
    const client = createTencentErrorClient({ isTencent: () => true });
    const failed = { diagnosis: { category: "reauth", failure: { code } } };
    const response = Response.json(body);
    await expect(client.guard(() => Promise.resolve(client.unwrap(body, response)))()).rejects.toMatchObject(failed);
    expect(unwrap(body, Response.json(body))).toBe(body);
    expect(isFailure(body)).toBe(false);
  });

  test("a number of the vendor's means the same beside a message and a msg", () => {
    for (const body of [
      { code: 100014, message: "m" },
      { code: 100014, msg: "m" },
    ])
      expect(diagnose(body)).toMatchObject({ category: "reauth", failure: { code: 100014, confidence: "heuristic" } });
  });
});
