import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/core/diagnose.js";
import { isFailure } from "../../src/core/isFailure.js";
import { TencentError } from "../../src/core/TencentError.js";
import { unwrap } from "../../src/core/unwrap.js";

const secret = "CANARY-41c5";
const cause = { ret: -21, msg: "revoked", access_token: secret };
const error = new TencentError(diagnose(cause), { cause });

describe("a TencentError", () => {
  test("is an error with its diagnosis, called by its reason and code", () => {
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.message, error.diagnosis.category]).toEqual([
      "TencentError",
      "TOKEN_REVOKED (-21)",
      "reauth",
    ]);
    expect(new TencentError(diagnose(new TypeError("Failed to fetch"))).message).toBe("network");
  });

  test("has what it came from in reach", () => {
    expect(error.cause).toBe(cause);
    expect(Object.keys(error)).not.toContain("cause");
  });

  test.each([
    ["JSON", JSON.stringify(error)],
    ["a console", inspect(error, { depth: 9 })],
    ["a console that shows what is hidden", inspect(error, { depth: 9, showHidden: true })],
    ["a copy", JSON.stringify(Object.assign({}, error))],
    ["its text", `${String(error)}${error.stack ?? ""}`],
  ])("keeps the raw answer out of %s", (_where, text) => {
    expect(text).not.toContain(secret);
    expect(text).toContain("-21");
  });

  test("crosses a border as JSON and is known on the other side", () => {
    expect(diagnose(JSON.parse(JSON.stringify(error)))).toEqual(error.diagnosis);
  });
});

describe("unwrap", () => {
  const answer = (status: number, headers: Readonly<Record<string, string>> = {}) =>
    new Response(null, { status, headers });

  test.each([
    [{ ret: 0, data: 1 }],
    [{ anything: true }],
    [[1]],
    [null],
    [undefined],
    ["access_token=a&expires_in=1"],
    [7],
  ])("gives %j back as it came", (body) => {
    expect(unwrap(body, answer(200))).toBe(body);
    expect(unwrap(body)).toBe(body);
  });

  test("throws a failure with HTTP 200", () => {
    expect(() => unwrap(cause, answer(200))).toThrow(
      expect.objectContaining({ name: "TencentError", message: "TOKEN_REVOKED (-21)", cause }),
    );
  });

  test("throws what HTTP calls a failure, also with ret 0", () => {
    expect(() => unwrap({ ret: 0 }, answer(500))).toThrow("platform (0)");
    expect(() => unwrap({}, answer(404))).toThrow("unknown");
  });

  test("reads the answer's headers and address", () => {
    const response = {
      status: 200,
      headers: new Headers({ "retry-after": "3" }),
      url: "https://graph.qq.com/user/get_user_info?access_token=x",
    };
    expect(() => unwrap({ ret: -6 }, response)).toThrow(
      expect.objectContaining({
        diagnosis: expect.objectContaining({
          failure: expect.objectContaining({ retryAfterMs: 3000, path: "/user/get_user_info" }),
        }),
      }),
    );
  });

  test("takes an empty body for a failure unless the status says that there is none", () => {
    expect([200, 204].map((status) => attempted(() => unwrap("", answer(status))))).toEqual([false, true]);
  });
});

test("isFailure looks up nothing and says what unwrap would do", () => {
  expect([isFailure(cause), isFailure({ ret: 0 }), isFailure({ ret: -2 }, { dialect: "foreign" })]).toEqual([
    true,
    false,
    true,
  ]);
});

function attempted(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}
