import { QueryClient, QueryObserver } from "@tanstack/react-query";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createTencentErrorClient, diagnose, resolve, TencentError, tencentCatalog } from "../../src/core.js";
import en from "../../src/locales/en.js";
import { tencentRetry, tencentRetryDelay, tencentThrowOnError } from "../../src/query.js";

const client = createTencentErrorClient();
const [retry, retryDelay, throwOnError] = [
  tencentRetry(client),
  tencentRetryDelay(client),
  tencentThrowOnError(client),
];
const numRuns = Number(process.env["FUZZ_RUNS"] ?? 2000);

const hostile: readonly unknown[] = [
  undefined,
  null,
  new Proxy({}, { get: () => fail(), has: () => fail(), ownKeys: () => fail() }),
  {
    get ret() {
      return fail();
    },
  },
  Object.create(null),
  Symbol("-6"),
  -6n,
];
function fail(): never {
  throw new Error("hostile");
}
const revoked = Proxy.revocable({}, {});
revoked.revoke();

const code = fc.constantFrom(...tencentCatalog.rows.map((row) => row.code));
const answer = fc.oneof(
  fc.anything({ withBigInt: true, withNullPrototype: true, withTypedArray: true }),
  fc.constantFrom(...[...hostile, revoked.proxy].map((error) => () => error)),
  fc.record({ ret: fc.oneof(code, code.map(String), fc.integer()), msg: fc.string() }),
  fc.record({
    status: fc.constantFrom(200, 408, 429, 500, 502, 503, 504),
    headers: fc
      .constantFrom("-1", "1e9", "text", "60", "0", "Wed, 21 Oct 2015 07:28:00 GMT", "99999999999")
      .map((after) => new Headers({ "retry-after": after })),
  }),
  fc.string().map((message) => new Error(message)),
);
const count = fc.oneof(fc.nat(20), fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, -1, 2 ** 31));

test(
  "decide about anything at all without throwing, by whole numbers from 0 to 60000",
  { tags: ["F55", "P09"], timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(count, answer, (failures, given) => {
        // in a function, since the generator inspects its values
        const error: unknown = typeof given === "function" ? given() : given;
        expect(typeof retry(failures, error)).toBe("boolean");
        const delay = retryDelay(failures, error);
        expect(Number.isInteger(delay) && delay >= 0 && delay <= 60_000).toBe(true);
        expect(typeof throwOnError(error, { state: { data: undefined } })).toBe("boolean");
        if (failures >= 3) expect(retry(failures, error)).toBe(false);
      }),
      { numRuns },
    );
  },
);

test.each(tencentCatalog.rows.map((row) => [row.reason, row] as const))(
  "%s is tried again as its row says",
  { tags: ["P09"] },
  (_reason, row) => {
    const error = { ret: row.code };
    const { retry: rule } = client.diagnose(error);
    const tries = [0, 1, 2, 3, 4].filter((failures) => retry(failures, error)).length;
    expect(tries).toBe(rule === "once" ? 1 : rule === "backoff" ? 3 : 0);
  },
);

describe("F57: of two similar codes", { tags: ["F57"] }, () => {
  const answers = async (ret: number): Promise<readonly string[]> => {
    const nonces: string[] = [];
    const queryFn = (): Promise<never> => {
      nonces.push(crypto.randomUUID());
      return Promise.reject(new TencentError(diagnose({ ret, msg: "0x71f" })));
    };
    const queryClient = new QueryClient();
    const sent = queryClient
      .getQueryCache()
      .build(queryClient, { queryKey: [ret], queryFn, retry, retryDelay: 0 })
      .fetch();
    await expect(sent).rejects.toMatchObject({ diagnosis: { failure: { code: ret } } });
    return nonces;
  };
  const steps = (ret: number): readonly string[] =>
    resolve(diagnose({ ret }), en, { audience: "developer" }).steps.map(({ text }) => text);

  test("a nonce that was used is sent once more, and the caller makes a new one for that", async () => {
    const nonces = await answers(-26);
    expect([nonces.length, new Set(nonces).size]).toEqual([2, 2]);
    expect(steps(-26)[0]).toMatch(/new nonce/);
  });

  test("a timestamp that is off is sent no second time, and the clock is the first thing to set right", async () => {
    expect(await answers(-25)).toHaveLength(1);
    expect(diagnose({ ret: -25 }).remedies[0]).toBe("syncClock");
    expect(steps(-25)[0]).toMatch(/clock/);
  });
});

describe("the time that the server named", () => {
  const limited = (after: string) =>
    new TencentError(diagnose({ status: 429, headers: new Headers({ "retry-after": after }), data: { ret: -6 } }));

  test.each([
    ["2", 2000, 3000],
    ["59", 59_000, 60_000],
    ["0", 100, 1100],
    ["-1", 0, 1100],
    ["soon", 0, 1100],
  ])("as Retry-After: %s is kept, with a jitter on top", (after, from, to) => {
    const delays = Array.from({ length: 200 }, () => retryDelay(0, limited(after)));
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(from);
    expect(Math.max(...delays)).toBeLessThanOrEqual(to);
    expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(500);
    expect(retry(0, limited(after))).toBe(true);
  });

  test.each(["61", "3600", "999999999"])("above a minute (%s s) is not waited for by itself", (after) => {
    expect(retry(0, limited(after))).toBe(false);
  });
});

test("a thousand queries don't retry within a tenth of a second", () => {
  const buckets = new Map<number, number>();
  for (let index = 0; index < 1000; index += 1) {
    const bucket = Math.floor(retryDelay(0, { ret: -6 }) / 100);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
  }
  expect(Math.max(...buckets.values())).toBeLessThan(150);
});

test("the delay doubles up to its bound", () => {
  vi.spyOn(Math, "random").mockReturnValue(0.999999);
  expect([0, 1, 2, 3, 6, 50].map((failures) => retryDelay(failures, { ret: -6 }))).toEqual([
    1000, 2000, 4000, 8000, 60_000, 60_000,
  ]);
  vi.restoreAllMocks();
});

test("every query settles, whatever is thrown", { tags: ["F56", "F74"] }, async () => {
  vi.useFakeTimers();
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry, retryDelay } } });
  const errors = [
    ...hostile,
    { ret: -5 },
    { ret: -6 },
    { ret: -21 },
    { ret: -25 },
    { ret: -26 },
    new TypeError("Failed to fetch"),
  ];
  const calls = errors.map(() => 0);
  errors.forEach((error, index) => {
    const queryFn = async (): Promise<never> => {
      calls[index] = (calls[index] ?? 0) + 1;
      throw error;
    };
    new QueryObserver(queryClient, { queryKey: [index], queryFn }).subscribe(() => undefined);
  });
  await vi.advanceTimersByTimeAsync(200_000);
  const states = queryClient
    .getQueryCache()
    .getAll()
    .map(({ state }) => `${state.status} ${state.fetchStatus}`);
  expect(states).toEqual(errors.map(() => "error idle"));
  expect(calls.slice(hostile.length)).toEqual([2, 4, 1, 1, 2, 4]);
  queryClient.clear();
  vi.useRealTimers();
});

describe("a boundary gets", () => {
  test.each([
    ["what only a developer mends", { ret: -3 }, true],
    ["an unknown failure", new Error("a bug"), true],
    ["no missing sign-in", { ret: -21 }, false],
    ["nothing that time heals", { ret: -6 }, false],
    ["no lost network", new TypeError("Failed to fetch"), false],
    ["no abort", new DOMException("aborted", "AbortError"), false],
  ])("%s", (_what, error, isThrown) => {
    expect(throwOnError(error, { state: { data: undefined } })).toBe(isThrown);
    expect(throwOnError(error)).toBe(isThrown);
  });

  test("no failure beside older data", () => {
    expect(throwOnError({ ret: -3 }, { state: { data: [] } })).toBe(false);
  });
});

test("what a server's rendering hid is asked for once by the page", () => {
  const client = createTencentErrorClient();
  const hidden = Object.assign(new Error("An error occurred in the Server Components render."), { digest: "2338" });
  const retry = tencentRetry(client);
  expect([retry(0, hidden), retry(1, hidden)]).toEqual([true, false]);
  expect(retry(0, new Error("a bug"))).toBe(false);
  vi.stubGlobal("window", undefined);
  expect(retry(0, Object.assign(new Error("hidden"), { digest: "1" }))).toBe(false);
  vi.unstubAllGlobals();
});
