import { afterEach, expect, test, vi } from "vitest";
import { diagnose, isFailure, unwrap } from "../../src/core.js";

afterEach(() => {
  vi.restoreAllMocks();
});

/** The same value, which tells of each look at its properties, names or kind, and at those of what it holds. */
function watched<Value extends object>(value: Value, onAsked: () => void): Value {
  return new Proxy(value, {
    get: (target, key, receiver) => {
      onAsked();
      const found: unknown = Reflect.get(target, key, receiver);
      return typeof found === "object" && found !== null ? watched(found, onAsked) : found;
    },
    ownKeys: (target) => {
      onAsked();
      return Reflect.ownKeys(target);
    },
    getPrototypeOf: (target) => {
      onAsked();
      return Reflect.getPrototypeOf(target);
    },
  });
}

/** How much is asked of an input: looks at its objects, and searches of its texts. */
function workOf(read: (raw: unknown) => unknown, raw: unknown): number {
  let asked = 0;
  const onAsked = (): void => void (asked += 1);
  const input = typeof raw === "object" && raw !== null ? watched(raw, onAsked) : raw;
  const exec = RegExp.prototype.exec;
  // every way to use a pattern asks this one
  RegExp.prototype.exec = function (text) {
    onAsked();
    return exec.call(this, text);
  };
  try {
    read(input);
  } finally {
    RegExp.prototype.exec = exec;
  }
  return asked;
}

const message = "The access token has expired";
const records = Array.from({ length: 50 }, (_, id) => ({ id, name: "Ann", status: 1, tags: ["a"] }));
const axios = (data: object): Error =>
  Object.assign(new Error("Request failed with status code 400"), {
    name: "AxiosError",
    code: "ERR_BAD_REQUEST",
    response: { status: 400, headers: {}, data },
  });

const failures: readonly (readonly [what: string, raw: unknown, most: number])[] = [
  ["an object of the platform's", { ret: -73, msg: message }, 22],
  ["an object of OAuth's", { error: 100014, error_description: message }, 20],
  ["an object of WeChat's", { errcode: 40_001, errmsg: message }, 20],
  ["an object of a server's that relays it", { code: 100_014, msg: message, request_id: "a1b2c3d4e5f6" }, 46],
  ["JSON", JSON.stringify({ ret: -73, msg: message }), 7],
  ["JSONP", `callback( ${JSON.stringify({ error: 100014, error_description: message })} );`, 10],
  ["an error of axios", axios({ ret: -73, msg: message }), 50],
  ["a page", `<!DOCTYPE html><title>502 Bad Gateway</title>${"<p>upstream (proxy) error = 502</p>".repeat(99)}`, 5],
];

const answers: readonly (readonly [what: string, raw: unknown, most: number])[] = [
  ["an envelope", { code: 0, data: { id: 1, name: "Ann" } }, 36],
  ["an envelope that says so", { success: true, data: { total: 50, rows: records } }, 28],
  ["a record", { id: 1, name: "Ann", email: "ann@example.com" }, 25],
  ["a list of fifty", records, 54],
  ["an answer of GraphQL", { data: { user: { id: 1, friends: records } } }, 27],
  ["a text", "Order 5 was sent and comes on Monday.", 11],
];

test.each(failures)("reads %s without asking for much", (_, raw, most) => {
  expect(workOf(diagnose, raw)).toBeLessThanOrEqual(most);
});

test.each(answers)("finds out with few looks that %s is good, and says no more of it", (_, raw, most) => {
  const now = vi.spyOn(Date, "now");
  expect(workOf(isFailure, raw)).toBeLessThanOrEqual(most);
  expect(workOf((body) => unwrap(body, { status: 200, headers: { get: () => null } }), raw)).toBeLessThanOrEqual(most);
  expect(now).not.toHaveBeenCalled();
});
