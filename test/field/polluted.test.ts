import { afterEach, describe, expect, test } from "vitest";
import { createTencentErrorClient, redact } from "../../src/core.js";
import { attempt } from "../../src/base/safely.js";
import { diagnose, isFailure } from "../../src/diagnose/diagnose.js";
import { unwrap } from "../../src/diagnose/unwrap.js";
import { matchLocale } from "../../src/i18n/matchLocale.js";

const planted = {
  ret: -21,
  error: 100016,
  msg: "x",
  code: 100016,
  status: 500,
  success: false,
  data: { ret: -73 },
  href: "?error=100016",
  isAxiosError: true,
  message: -21,
  dialect: "x",
  subcode: { a: 1 },
  httpStatus: 503,
  response: { status: 401 },
  isTencent: true,
  isFailed: true,
};
const response = { status: 200, headers: new Headers() };

afterEach(() => {
  for (const key of Object.keys(planted)) Reflect.deleteProperty(Object.prototype, key);
});

describe("what is planted on every object's prototype reaches no diagnosis:", () => {
  test.each(Object.entries(planted))("%s", (key, value) => {
    Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true, enumerable: true });
    const [found, sure] = [diagnose({ friends: [] }), isFailure({ friends: [] })];
    const body = { friends: [] };
    const through = unwrap(body, response);
    const real = diagnose(
      Object.assign(new Error("x"), { response: { status: 400, headers: {}, data: { ret: -73 } } }),
    );
    const form = diagnose("error=100014&error_description=m");
    Reflect.deleteProperty(Object.prototype, key);
    expect([found.category, found.failure.code, sure]).toEqual(["unknown", null, false]);
    expect(through).toBe(body);
    expect(real.failure.code).toBe(-73);
    expect(form.failure.code).toBe(100014);
  });

  test("a getter that throws", () => {
    Object.defineProperty(Object.prototype, "ret", {
      configurable: true,
      get() {
        throw new Error("planted");
      },
    });
    const found = diagnose({ error: 100016 });
    Reflect.deleteProperty(Object.prototype, "ret");
    expect(found.failure.code).toBe(100016);
  });
});

test("what a class defines is read", () => {
  class Answer {
    get ret(): number {
      return -21;
    }
  }
  expect(diagnose(new Answer()).failure.code).toBe(-21);
  expect(diagnose(new DOMException("x", "TimeoutError")).category).toBe("network");
});

test("no languages asked for is the fallback", () => {
  expect(matchLocale(undefined, ["de"], "en")).toBe("en");
});

describe("a planted getter that throws ends no call of a client's:", () => {
  test.each(["message", "isTencent", "response", "dialect", "name", "code"])("%s", (key) => {
    const client = createTencentErrorClient();
    const lost = new TypeError("Failed to fetch");
    Object.defineProperty(Object.prototype, key, {
      configurable: true,
      get() {
        throw new Error("planted");
      },
    });
    const found = attempt(() => client.diagnose(lost).category);
    const through = attempt(() => client.unwrap(response, response));
    Reflect.deleteProperty(Object.prototype, key);
    expect([found, through]).toEqual(["network", response]);
  });
});

test("what is no list of languages holds none", () => {
  expect(Reflect.apply(matchLocale, undefined, [42, ["de"], "en"])).toBe("en");
  expect(Reflect.apply(matchLocale, undefined, ["de", undefined, "en"])).toBe("en");
});

test("bytes are not written out, however many there are", () => {
  expect(redact({ file: new Uint8Array(5e7) })).toBe('{"file":"…"}');
});
