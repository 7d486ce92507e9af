import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { diagnose, isFailure } from "../../src/diagnose/diagnose.js";

const boom = (): never => {
  throw new Error("boom");
};
const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const nest = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = { ret: -21 };
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
};
const cyclic = (): Error => {
  const error = new Error("round");
  error.cause = new Error("and round", { cause: error });
  return error;
};

describe("has a diagnosis for", { tags: ["F64", "F68"] }, () => {
  // prettier-ignore
  test.each<readonly [string, () => unknown]>([
    ["undefined", () => undefined], ["null", () => null], ["true", () => true], ["a bigint", () => -21n], ["a symbol", () => Symbol("ret")], ["NaN", () => NaN],
    ["a function", () => boom], ["a thenable", () => ({ then: boom })], ["a promise", () => Promise.resolve()], ["a date", () => new Date(NaN)],
    ["a revoked proxy", () => revoked({})], ["a revoked list", () => revoked([])], ["an error with revoked parts", () => Object.assign(new Error("x"), { response: revoked({}), cause: revoked([]), errors: revoked([]) })],
    ["an error whose message has no text", () => Object.assign(new Error("x"), { message: Object.create(null) as object })],
    ["an event whose type has no text", () => ({ isTrusted: true, type: Object.create(null) as object, target: { status: Object.create(null) as object } })],
    ["a circle", cyclic], ["its own response", () => { const error = Object.assign(new Error("x"), { response: {} }); error.response = error; return error; }],
    ["10 MB of nothing", () => " ".repeat(1e7)], ["10 MB of braces", () => "{".repeat(1e7)], ["10 MB of brackets", () => "(".repeat(1e7)], ["10 MB of an address", () => `https://${"a".repeat(1e7)}`],
    ["a list of 2^32-1 holes", () => Object.assign(new Error("x"), { errors: new Array(2 ** 32 - 1) })],
    ["objects in objects, 100,000 times", () => nest(100_000, (inner) => ({ data: inner }))], ["causes in causes, 100,000 times", () => nest(100_000, (cause) => ({ name: "Error", message: "x", cause }))],
    ["text of 100,000 lists", () => `${"[".repeat(100_000)}${"]".repeat(100_000)}`], ["text of 30,000 objects", () => `${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}`],
    ["lone surrogates", () => "\ud800".repeat(1000)], ["NULs", () => "\0".repeat(1000)], ["an answer that was read", () => new Response("x")],
    ["a proxy for a typed array", () => new Proxy(new Uint8Array(8), {})], ["a Map that lies", () => new Proxy(new Map(), { get: () => boom })],
  ])("%s", (_what, make) => {
    expect(diagnose(make())).toMatchObject({ row: null, failure: { code: null } });
  });
});

describe("finds the code in spite of", { tags: ["F63", "F67"] }, () => {
  // prettier-ignore
  test.each<readonly [string, () => unknown]>([
    ["getters that throw beside it", () => Object.defineProperties({ ret: -21 }, Object.fromEntries(["msg", "errcode", "seq", "requestId", "name"].map((key) => [key, { get: boom, enumerable: true }])))],
    ["getters that throw around it", () => Object.defineProperties(Object.assign(new Error("x"), { data: { ret: -21 } }), Object.fromEntries(["response", "config", "status", "headers", "info", "body", "cause"].map((key) => [key, { get: boom }])))],
    ["a broken response", () => Object.assign(new Error("x"), { response: revoked({}), cause: { ret: -21 } })],
    ["a frozen error", () => Object.freeze(Object.assign(new Error("x"), { response: Object.freeze({ status: 200, headers: {}, data: Object.freeze({ ret: -21 }) }) }))],
    ["another realm", () => runInNewContext("Object.assign(new Error('x'), { response: { status: 200, headers: {}, data: { ret: -21 } } })")],
    ["another realm's list", () => runInNewContext("new AggregateError([new Error('a'), Object.assign(new Error('b'), { cause: { ret: -21 } })])")],
    ["no prototypes", () => ({ __proto__: null, name: "Error", message: "x", cause: { __proto__: null, ret: "-21" } })],
    ["10,000 errors, in one of the first 20", () => new AggregateError(Array.from({ length: 10_000 }, (_, index) => new Error("x", { cause: index === 19 ? { ret: -21 } : undefined })))],
    ["seven causes", () => nest(7, (cause) => new Error("x", { cause }))],
    ["a circle beside it", () => Object.assign(cyclic(), { errors: [{ ret: -21 }] })],
    ["a getter, read once", () => { let reads = 0; return { get ret(): number { return (reads += 1) === 1 ? -21 : 0; } }; }],
    ["100 KB of blanks", () => `${" ".repeat(100_000)}{"ret":-21}${"\n".repeat(100_000)}`],
  ])("%s", (_what, make) => {
    expect(diagnose(make())).toMatchObject({ category: "reauth", failure: { code: -21 } });
    expect(isFailure(make())).toBe(true);
  });

  test.each([
    "apply",
    "construct",
    "defineProperty",
    "deleteProperty",
    "getOwnPropertyDescriptor",
    "getPrototypeOf",
    "has",
    "isExtensible",
    "ownKeys",
    "preventExtensions",
    "set",
    "setPrototypeOf",
  ])("a proxy whose trap %s throws", (trap) => {
    expect(diagnose(new Proxy({ ret: -21 }, { [trap]: boom }))).toMatchObject({ category: "reauth" });
  });

  test("errors that hold themselves in a circle before it", { tags: ["F61"] }, () => {
    const circle = Object.assign(new Error("x"), { errors: [] as unknown[] });
    circle.errors.push(...Array.from({ length: 20 }, () => circle));
    const raw = new AggregateError([circle]);
    expect(diagnose(Object.assign(raw, { networkError: { ret: -21 } })).failure.code).toBe(-21);
  });

  test("not a proxy whose every property throws", { tags: ["F64"] }, () => {
    expect(diagnose(new Proxy({ ret: -21 }, { get: boom }))).toMatchObject({ category: "unknown", row: null });
  });
});

describe("does not", () => {
  test("run what a callback holds", () => {
    expect(diagnose('callback({"error":100016});globalThis.__ran=1').failure.code).toBe(100016);
    expect(diagnose('callback((globalThis.__ran=1,{"error":100016}))').failure.code).toBeNull();
    expect(globalThis).not.toHaveProperty("__ran");
  });

  test("look for numbers at depth", () => {
    for (const raw of [
      { data: { ret: -21 } },
      { result: { error: 100016 } },
      { ok: true, body: '{"ret":-21}' },
      [[{ ret: -21 }]],
    ])
      expect(diagnose(raw)).toMatchObject({ category: "unknown", failure: { code: null } });
  });

  test("change what it reads", () => {
    const raw = { response: { status: 400, headers: {}, data: { ret: -21, list: [1] } }, name: "Error", message: "x" };
    const before = structuredClone(raw);
    diagnose(raw);
    expect(raw).toEqual(before);
  });

  test("pollute prototypes", () => {
    diagnose('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"ret":-21}');
    diagnose("__proto__=1&constructor=2&error=100016&toString=3");
    expect({}).not.toHaveProperty("polluted");
    expect(diagnose("toString=1&__proto__=x&error=100016").failure.code).toBe(100016);
  });
});

describe("P08: takes time in line with the length of", { tags: ["T45", "F62", "P08"] }, () => {
  const fastest = (raw: unknown): number => {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      diagnose(raw);
      return performance.now() - start;
    });
    return Math.min(...times);
  };

  // prettier-ignore
  test.each<readonly [string, (length: number) => string]>([
    ...Array.from("{[(<\"'?#&=: a1-.%\\/").map((char): readonly [string, (length: number) => string] => [`repeated ${JSON.stringify(char)}`, (length) => char.repeat(length)]),
    ["key and blanks", (length) => "error  ".repeat(length / 7)],
    ["nearly JSONP", (length) => `cb(${" ".repeat(length)}`],
    ["nearly JSON", (length) => `{"ret":${" ".repeat(length)}`],
    ["nearly a form", (length) => `a=${"b".repeat(length)} c`],
    ["fields of a form", (length) => "a=b&".repeat(length / 4)],
    ["nearly an address", (length) => `https://${"a/".repeat(length / 2)}`],
    ["a server's text", (length) => JSON.stringify({ ret: -1, msg: "rid: e\u0301".repeat(length / 8) })],
    ["a page", (length) => `<html>${"<p>x".repeat(length / 4)}`],
  ])("%s", (_what, make) => {
    const [small, large] = [fastest(make(1 << 18)), fastest(make(1 << 20))];
    // below a millisecond the clock and the other processes decide
    expect(large).toBeLessThanOrEqual(Math.max(5 * small, 20));
    expect(fastest(make(10 << 20))).toBeLessThanOrEqual(200);
  });

  test.each<readonly [string, (grown: () => object) => Readonly<Record<string, unknown>>]>([
    ["in every property", (grown) => ({ name: "Error", message: "x", other: grown })],
    ["in its answer", (grown) => ({ name: "AxiosError", message: "x", response: grown })],
    ["in what its answer says went wrong", (grown) => ({ name: "Error", message: "x", response: grown, error: grown })],
    ["in a list without an end", (grown) => ({ errors: grown, data: grown, error: grown })],
  ])(
    "T46: an object that grows %s while it is read: at most 500 properties, 12 levels deep",
    { tags: ["T46"] },
    (_where, shape) => {
      let [reads, deepest] = [0, 0];
      const grown = (depth: number): object =>
        new Proxy([], {
          get(_list, key) {
            reads += 1;
            deepest = Math.max(deepest, depth);
            const own = shape(() => grown(depth + 1));
            const found = Object.hasOwn(own, String(key)) ? own[String(key)] : own["other"];
            if (key === "length") return 1e9;
            return typeof found === "function" ? (found as () => object)() : found;
          },
        });
      expect(diagnose(grown(0)).failure.code).toBeNull();
      expect(reads).toBeLessThanOrEqual(500);
      expect(deepest).toBeLessThanOrEqual(12);
    },
  );

  test(
    "T46: an error with three in its list, each with three in its own: at most 500 are looked at",
    { tags: ["T46"] },
    () => {
      let looked = 0;
      const grown = (): object => ({
        message: "x",
        get name() {
          looked += 1;
          return "Error";
        },
        get errors() {
          return [grown(), grown(), grown()];
        },
      });
      expect(diagnose(grown()).failure.code).toBeNull();
      expect(looked).toBeLessThanOrEqual(500);
    },
  );

  test("an error that branches for ever", () => {
    const branching = (): object => ({
      name: "Error",
      message: "x",
      get cause() {
        return branching();
      },
      get data() {
        return branching();
      },
      get errors() {
        return [branching(), branching()];
      },
    });
    expect(fastest(branching())).toBeLessThanOrEqual(50);
  });
});
