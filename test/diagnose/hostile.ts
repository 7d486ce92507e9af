import fc from "fast-check";
import { runInNewContext } from "node:vm";

const keys = [
  ..."ret code error errcode msg message error_description errmsg response data body headers config cause toJSON then".split(
    " ",
  ),
  ..."__proto__ constructor prototype name status url method errors extensions base_resp Response Error success href".split(
    " ",
  ),
  ..."$tencent failure diagnosis dialect get request info errorCode errorMessage title codeDesc length request_id".split(
    " ",
  ),
];

/** Numbers and words that a real answer could carry, right and nearly right. */
// prettier-ignore
const telling: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  -21, "-21", -21n, 100016, "100016", 0, "0", "1e5", "−21", 100014.5, "0x186A0", true, false, null, undefined, NaN, -0, Infinity,
  Symbol("s"), () => -21, 1, 200, 503, "Error", "AbortError", "TypeError", "openapi", "Failed to fetch",
  'callback( {"error":100016} );', '{"ret":-21', "error=100016", "https://a.example/?error=100010", "x(100010)", "<html>", "",
);

const key = fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 8 }));

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom("\ud800", "\udc00", "a", "{", '"', "(", "=", "&", "\0", "\u202e"), maxLength: 40 }),
  fc
    .tuple(fc.integer({ min: 32, max: 126 }), fc.nat(400))
    .map(([char, times]) => String.fromCharCode(char).repeat(times)),
);

const traps = [
  ..."apply construct defineProperty deleteProperty get getOwnPropertyDescriptor getPrototypeOf has isExtensible".split(
    " ",
  ),
  ..."ownKeys preventExtensions set setPrototypeOf".split(" "),
] as const;

const boom = (): never => {
  throw new Error("boom");
};

function throwing(names: readonly string[], target: object): object {
  return new Proxy(target, Object.fromEntries(names.map((name) => [name, boom])));
}

/** A proxy that answers everything with `answer`. */
function lying(target: object, answer: unknown): object {
  return new Proxy(target, { get: () => answer, has: () => true });
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Each step is a new object, without end. */
function selfGrowing(key: string): object {
  return {
    get [key](): object {
      return selfGrowing(key);
    },
  };
}

function deep(key: string, depth: number, end: unknown): unknown {
  let value = end;
  for (let level = 0; level < depth; level += 1) value = { [key]: value };
  return value;
}

function cycle(key: string, length: number): object {
  const first: Record<string, unknown> = { name: "Error", message: "m" };
  let last = first;
  for (let index = 1; index < length; index += 1)
    last = last[key] = { name: "Error", message: "m" } as Record<string, unknown>;
  last[key] = first;
  return first;
}

function withGetters(value: object, names: readonly string[]): object {
  for (const name of names) Object.defineProperty(value, name, { get: boom, enumerable: true, configurable: true });
  return value;
}

/** A recipe, since fast-check inspects the values that it generates. */
export type Make = () => unknown;

const always =
  (value: unknown): Make =>
  () =>
    value;

function fields(entries: readonly (readonly [string, Make])[]): object {
  const made: Record<string, unknown> = {};
  for (const [key, make] of entries)
    Object.defineProperty(made, key, { value: make(), enumerable: true, writable: true, configurable: true });
  return made;
}

/** Wrong values of hosts, libraries and servers, many of them nearly right. */
// prettier-ignore
export const hostile: fc.Arbitrary<Make> = fc.letrec<{ any: Make; object: () => object }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    telling.map(always),
    text.map(always),
    tie("object"),
    tie("object").map((make) => () => Object.freeze(make())),
    fc.array(tie("any"), { maxLength: 5 }).map((makes) => () => makes.map((make) => make())),
    fc.tuple(fc.constantFrom("cause", "data", "errors", "error", "response", "info"), tie("any")).map(([at, make]) => () => Object.assign(new Error("m"), { [at]: make() })),
    fc.tuple(tie("any"), tie("any")).map(([cause, other]) => () => new AggregateError([cause(), other(), new Error("n", { cause: cause() })])),
    fc.tuple(fc.subarray([...traps]), tie("object")).map(([names, make]) => () => throwing(names, make())),
    fc.tuple(tie("object"), telling).map(([make, answer]) => () => lying(make(), answer)),
    tie("object").map((make) => () => revoked(make())),
    fc.tuple(tie("object"), fc.subarray([...new Set(keys)], { maxLength: 4 })).map(([make, names]) => () => withGetters(make(), names)),
    fc.constantFrom(...keys).map((at) => () => selfGrowing(at)),
    fc.tuple(fc.constantFrom("cause", "data", "response", "errors"), fc.nat(40), telling).map(([at, depth, end]) => () => deep(at, depth, end)),
    fc.tuple(fc.constantFrom("cause", "error", "response", "base_resp", "diagnosis"), fc.integer({ min: 1, max: 5 })).map(([at, length]) => () => cycle(at, length)),
    fc.constantFrom("new Error('x')", "({ ret: -21 })", "new TypeError('Failed to fetch')", "[1]").map((code) => () => runInNewContext(code) as unknown),
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true }).map(always),
  ),
  object: fc.uniqueArray(fc.tuple(key, tie("any")), { maxLength: 6, selector: ([name]) => name }).map((entries) => () => fields(entries)),
})).any;

/** The number of runs of a property; `FUZZ_RUNS` asks for more. */
export const runs = Number(process.env["FUZZ_RUNS"] ?? 2000);
