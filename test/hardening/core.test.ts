import fc from "fast-check";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { diagnose, isFailure } from "../../src/diagnose/diagnose.js";
import { interpolate } from "../../src/i18n/interpolate.js";
import { formFields } from "../../src/diagnose/readText.js";
import { createPendingSignIn, readPendingSignIn } from "../../src/oauth/pendingSignIn.js";
import { isUnexpired, peekStored, popStored, storageKeys } from "../../src/oauth/storedSignIn.js";
import { unwrap } from "../../src/diagnose/unwrap.js";
import { redact } from "../../src/privacy/redact.js";
import { resolve } from "../../src/i18n/resolve.js";
import { ticketDraft } from "../../src/support/ticketDraft.js";
import { TencentError } from "../../src/diagnose/TencentError.js";
import en from "../../src/locales/en.js";
import { runs } from "../diagnose/hostile.js";
import { readSource } from "../mutants/readSource.js";

const settings = { numRuns: runs };
const state = "s".repeat(43);

function storageWith(text: string | null): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  return { getItem: () => text, setItem: (_key, given) => (text = given), removeItem: () => (text = null) };
}

test(
  "T01, T26, T52, F31, F47: no source writes HTML, runs text, styles by text, opens frames, logs or posts to every origin",
  { tags: ["T26", "T52", "F31", "F47"] },
  () => {
    const sinks =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\(|new Function|<style|createElement\("(?:iframe|style|script)|\bconsole\.[a-z]|postMessage\([^\n]*["']\*["']/;
    const folder = new URL("../../src/", import.meta.url);
    // the command's pages are files that are written, by text that is escaped
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (path) => /\.tsx?$/.test(path) && !path.startsWith("cli"),
    );
    expect(files.length).toBeGreaterThan(150);
    const code = (path: string): string =>
      readSource(`src/${path.replaceAll("\\", "/")}`).replace(/\/\*.*?\*\/|"https:[^"]*"/gs, "");
    // the app's own error in a listener of its own, where only the console takes it, and hints in development
    // prettier-ignore
    const speakers = ["client/store.ts", "client/accountReview.ts", "client/replayRule.ts", "components/parts/warnOfColors.ts", "diagnose/judgeAmong.ts", "diagnose/tellSlip.ts"];
    const own = (path: string): string =>
      speakers.includes(path) ? code(path).replace(/console\.(?:error|warn)\(/, "") : code(path);
    expect(files.filter((path) => sinks.test(own(path)))).toEqual([]);
  },
);

test("T06, P12: a value is put in once, whatever it contains", { tags: ["T06", "P12"] }, () => {
  expect(interpolate("{title}: {code}", { title: "{code}{secret}$&$1", code: 1 })).toBe("{code}{secret}$&$1: 1");
  expect(interpolate("{constructor} {__proto__} {more}", {})).toBe("{constructor} {__proto__} {more}");
  fc.assert(
    fc.property(fc.string(), fc.string(), (first, second) => {
      expect(interpolate("<{a}|{b}|{c}>", { a: first, b: second })).toBe(`<${first}|${second}|{c}>`);
    }),
    settings,
  );
});

test(
  "T07, P11: no server text starts a line of its own in a report, and none has an escape",
  { tags: ["T07", "P11"] },
  () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("\r", "\n", "\x1b[31m", "\u2028", "\x85", "%c", "a ")), (parts) => {
        const { text, facts } = ticketDraft(diagnose({ ret: -5, msg: `x${parts.join("")}` }));
        expect(text.split(/[\r\n\u2028\x85]/)).toHaveLength(Object.keys(facts).length);
        expect(text).not.toContain("\x1b");
      }),
      settings,
    );
  },
);

test("T13: a record is removed before anything is awaited", { tags: ["T13"] }, () => {
  const storage = storageWith('{"v":1}');
  expect(popStored(storage, storageKeys.record)).toEqual({ v: 1 });
  expect(popStored(storage, storageKeys.record)).toBeUndefined();
});

test(
  "T12, F38, F83: a planted record, of another version or with a foreign way back, is none; further fields go no further",
  { tags: ["T12", "F38", "F83"] },
  () => {
    const record = createPendingSignIn(state, { provider: "qq", client: "100 /back" }, "https://app.test/page");
    const base = "https://app.test/";
    expect(readPendingSignIn({ ...record, admin: true }, base)).toEqual(record);
    for (const planted of [
      { v: 2 },
      { v: "1" },
      { state: "" },
      { state: undefined },
      { flow: "te-other" },
      { returnTo: "https://evil.test/" },
      { returnTo: "//evil.test" },
      { createdAt: "0" },
    ])
      expect(readPendingSignIn({ ...record, ...planted }, base)).toBeUndefined();
    for (const garbage of [null, 1, "x", [], {}, new Map()]) expect(readPendingSignIn(garbage, base)).toBeUndefined();
  },
);

test("T30, F42: a record lives ten minutes by any clock", { tags: ["F42"] }, () => {
  expect(isUnexpired({ createdAt: Date.now() })).toBe(true);
  for (const ageMs of [600_001, 86_400_000, -86_400_000])
    expect(isUnexpired({ createdAt: Date.now() - ageMs })).toBe(false);
  expect(
    Object.keys(createPendingSignIn(state, { provider: "qq", client: "100 /back" }, "https://app.test/")).sort(),
  ).toEqual(
    ["client", "createdAt", "flow", "provider", "returnTo", "state", "v"], // nothing else is kept
  );
});

test(
  "T29, P15: what lies in storage is bounded, and no prototype is reached by anything that is read",
  { tags: ["T29", "P15"] },
  () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    expect(peekStored(storageWith(JSON.stringify("x".repeat(5000))), storageKeys.record)).toBeUndefined();
    const polluting = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"v":1}';
    expect(
      readPendingSignIn(peekStored(storageWith(polluting), storageKeys.record), "https://app.test/"),
    ).toBeUndefined();
    diagnose(JSON.parse(polluting));
    diagnose(polluting);
    redact(JSON.parse(polluting));
    formFields("__proto__=1&constructor=2&error=3");
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
    expect({}).not.toHaveProperty("polluted");
  },
);

test("T39: an error's JSON holds nothing that the kit would not show", { tags: ["T39"] }, () => {
  const error = new TencentError(diagnose({ ret: -21, msg: "m" }), { cause: { access_token: "C4N4RY" } });
  expect(JSON.stringify(error)).not.toContain("C4N4RY");
  expect("cause" in error).toBe(false);
});

test("T47, F51: a callback is read, never run", { tags: ["T47", "F51"] }, () => {
  const ran = diagnose('callback({"error":100016});globalThis.ran=1');
  expect([100016, null]).toContain(ran.failure.code);
  expect(diagnose('callback( {"error":100016} );').failure.code).toBe(100016);
  expect(diagnose("error=100016&msg=globalThis.ran").failure.code).toBe(100016);
  expect(globalThis).not.toHaveProperty("ran");
});

test(
  "F50, F54: broken and endless server text stays detail of 300 characters, and the code is found beside it",
  { tags: ["F50", "F54"] },
  () => {
    for (const msg of ["\ufffd\ufffdÇëµÇÂ¼", "x".repeat(1e6), "a\u0301".repeat(1e4), "\0\ud800"]) {
      const { failure } = diagnose({ ret: -21, msg });
      expect(failure.code).toBe(-21);
      expect(Array.from(failure.serverMessage ?? "").length).toBeLessThanOrEqual(300);
      expect(resolve(diagnose({ ret: -21, msg }), en)).toEqual(resolve(diagnose({ ret: -21 }), en));
    }
  },
);

function axiosError(status: number, data: unknown): Error {
  return Object.assign(new Error("m"), { response: { status, headers: {}, data } });
}

test(
  "F48: the body's code counts in spite of HTTP 200, and HTTP's status in spite of a body of success",
  { tags: ["F48"] },
  () => {
    expect(diagnose(axiosError(200, { ret: -21 })).failure.code).toBe(-21);
    expect(diagnose(axiosError(500, { ret: 0, msg: "" })).category).toBe("platform");
    expect(isFailure(axiosError(500, { ret: 0, msg: "" }))).toBe(true);
    expect(() => unwrap({ ret: 0, msg: "" }, new Response(null, { status: 500 }))).toThrow(TencentError);
    expect(() => unwrap({ ret: -21 }, new Response(null, { status: 200 }))).toThrow(TencentError);
  },
);

test("F66: every primitive has a diagnosis, and none is a code by accident", { tags: ["F66"] }, () => {
  for (const raw of [1n, NaN, -0, Infinity, Symbol("s"), undefined, null, true, "", () => 1])
    expect(diagnose(raw).category).toBe("unknown");
});

test("F69: an array of ten thousand errors costs no more than its first few", { tags: ["F69"] }, () => {
  let reads = 0;
  const errors = new Proxy(
    Array.from({ length: 10_000 }, () => new Error("other")),
    {
      get(target, key, self): unknown {
        if (typeof key === "string" && /^\d+$/.test(key)) reads += 1;
        return Reflect.get(target, key, self);
      },
    },
  );
  expect(diagnose({ name: "AggregateError", message: "m", errors }).category).toBe("unknown");
  expect(reads).toBeLessThanOrEqual(500);
});

test("T44: a polluted prototype sets no option and no field of an answer", ({ onTestFinished }) => {
  const plant = { dialect: "oauth", ret: -21, error: 100016, admin: true };
  const before = diagnose({ ret: -6 });
  onTestFinished(() => Object.keys(plant).forEach((key) => Reflect.deleteProperty(Object.prototype, key)));
  for (const [key, value] of Object.entries(plant))
    Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true });
  expect(diagnose({ ret: -6 }, {}).row).toBe(before.row);
});
