import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { TencentError } from "../../src/diagnose/TencentError.js";
import { diagnose, isFailure } from "../../src/diagnose/diagnose.js";
import { unwrap } from "../../src/diagnose/unwrap.js";

const secret = "CANARY-41c5";
const cause = { ret: -21, msg: "revoked", access_token: secret };
const error = new TencentError(diagnose(cause), { cause });

describe("a TencentError", () => {
  test("is an error with its diagnosis, named by its reason and code", () => {
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.message, error.diagnosis.category]).toEqual([
      "TencentError",
      "TOKEN_REVOKED (-21)",
      "reauth",
    ]);
    expect(new TencentError(diagnose(new TypeError("Failed to fetch"))).message).toBe("network");
  });

  test("gives its origin by `raw()`, and to nothing that enumerates it", () => {
    expect(error.raw()).toBe(cause);
    expect([error.cause, "cause" in error]).toEqual([undefined, false]);
    expect(Reflect.ownKeys(error).filter((key) => typeof key === "symbol" || /raw|cause/.test(key))).toEqual([]);
    expect(reachable(error)).not.toContain(cause);
  });

  test("gives nothing where it is a copy", () => {
    expect(new Proxy(error, {}).raw()).toBeUndefined();
    expect(Object.create(error, {}).raw()).toBeUndefined();
  });

  test("has in JSON what a log needs, in a line", () => {
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "TencentError",
      message: "TOKEN_REVOKED (-21)",
      diagnosis: { failure: { ...error.diagnosis.failure }, category: "reauth", fingerprint: "TOKEN_REVOKED" },
    });
    expect(JSON.stringify(error).length).toBeLessThan(300);
  });

  test.each([
    ["JSON", JSON.stringify(error)],
    ["a console", inspect(error, { depth: 9 })],
    ["a console that shows what is hidden", inspect(error, { depth: 9, showHidden: true })],
    ["a copy", JSON.stringify(Object.assign({}, error))],
    ["a tracker that walks fields and causes", JSON.stringify(trackedOf(error))],
    ["its text", `${String(error)}${error.stack ?? ""}`],
  ])("keeps the raw answer out of %s", (_where, text) => {
    expect(text).not.toContain(secret);
    expect(text).toContain("-21");
  });

  test("is recognised after a round trip through JSON", () => {
    expect(diagnose(JSON.parse(JSON.stringify(error)))).toEqual(error.diagnosis);
    expect(diagnose(structuredClone(JSON.parse(JSON.stringify(error))))).toEqual(error.diagnosis);
    expect(JSON.stringify(structuredClone({ error }))).not.toContain(secret);
  });

  test("is recognised by the digest that React leaves of it, which holds no text of a server's", () => {
    const response = {
      status: 401,
      url: "https://inner.example/user/42",
      headers: new Headers({ "retry-after": "3" }),
    };
    const thrown = thrownBy(() => unwrap({ ret: -73, msg: "of inner.example" }, response)) as TencentError;
    const left = Object.assign(new Error("An error occurred in the Server Components render."), {
      digest: thrown.digest,
    });
    const { failure, category, row } = diagnose(left);
    expect([category, row?.reason, failure.code, failure.httpStatus]).toEqual(["reauth", "PASSWORD_CHANGED", -73, 401]);
    expect([failure.retryAfterMs, failure.confidence, isFailure(left)]).toEqual([3000, "exact", true]);
    expect(thrown.digest).not.toContain("inner");
    expect(thrown.digest?.length).toBeLessThan(200);
  });

  test.each([
    ["of Next's own", "NEXT_REDIRECT;push;/;307;"],
    ["that is a hash", "2338164361"],
    ["that is cut", error.digest?.slice(0, 20)],
    ["of endless length", `{"$tencent":1,"dialect":"openapi","code":-73,"a":"${"a".repeat(1000)}"}`],
    ["that is no text", { $tencent: 1 }],
  ])("is not seen in a digest %s", (_what, digest) => {
    expect(diagnose(Object.assign(new Error("a"), { digest })).category).toBe("unknown");
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
    const thrown = thrownBy(() => unwrap(cause, answer(200)));
    expect(thrown).toMatchObject({ name: "TencentError", message: "TOKEN_REVOKED (-21)" });
    expect((thrown as TencentError).raw()).toBe(cause);
  });

  test("throws for a failed HTTP status, also with ret 0", () => {
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

  test("counts an empty body as a failure where it is Tencent's and HTTP promised one", () => {
    const tencents = (status: number) => ({
      status,
      headers: new Headers(),
      url: "https://graph.qq.com/user/get_user_info",
    });
    expect([200, 201, 204].map((status) => attempted(() => unwrap("", answer(status))))).toEqual([true, true, true]);
    expect([200, 201, 204].map((status) => attempted(() => unwrap("", tencents(status))))).toEqual([false, true, true]);
  });
});

test("null stands for no response and no options, where no types watch", () => {
  const none = JSON.parse("null");
  expect(isFailure(cause, none)).toBe(true);
  expect(unwrap({ ret: 0 }, none)).toEqual({ ret: 0 });
  expect(() => unwrap(cause, none)).toThrow(TencentError);
});

test("isFailure agrees with unwrap", () => {
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

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (thrown) {
    return thrown;
  }
}

/** As Sentry's `extraErrorDataIntegration` reads an error: its own fields, then its `cause`, then what `toJSON` says. */
function trackedOf(thrown: TencentError): object {
  const fields = Object.keys(thrown).map((key) => [key, Reflect.get(thrown, key)]);
  return { ...Object.fromEntries(fields), cause: thrown.cause, ...thrown.toJSON() };
}

/** Every object that its fields lead to, hidden ones, symbols and getters of its prototypes included. */
function reachable(value: unknown, seen: Set<unknown> = new Set()): Set<unknown> {
  if (typeof value !== "object" || value === null || seen.has(value)) return seen;
  seen.add(value);
  for (
    let holder: unknown = value;
    typeof holder === "object" && holder !== null;
    holder = Object.getPrototypeOf(holder)
  )
    for (const key of Reflect.ownKeys(holder)) reachable(Reflect.get(value, key), seen);
  return seen;
}
