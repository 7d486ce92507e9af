import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createState } from "../../src/oauth/authorizeUrl.js";
import { parsePastedAnswer } from "../../src/oauth/awaitCallback.js";
import { channelName, createCallbackMessage, parseCallback, validateMessage } from "../../src/oauth/callbackMessage.js";
import { hostile, runs } from "../diagnose/hostile.js";

const state = "a".repeat(43);
const page = "https://app.example/cb";

describe("reads of a return address", { tags: ["F13"] }, () => {
  // prettier-ignore
  test.each<readonly [string, string, object]>([
    ["a code", `${page}?code=9A5F06AF&state=${state}`, { state, code: "9A5F06AF" }],
    ["a code in the hash", `${page}#code=9A5F&state=${state}`, { state, code: "9A5F" }],
    ["a code behind a hash router", `${page}#/login?code=9A5F&state=${state}`, { state, code: "9A5F" }],
    ["a numeric code alone, which is a code", `${page}?code=100010&state=${state}`, { state, code: "100010" }],
    ["a numeric code beside an empty message", `${page}?code=100010&msg=&state=${state}`, { state, code: "100010" }],
    ["a numeric code beside a message, which is an error", `${page}?code=100010&msg=redirect%20uri%20is%20illegal&state=${state}`, { state, error: "100010" }],
    ["a word beside a message", `${page}?code=9A5F&msg=ok&state=${state}`, { state, code: "9A5F" }],
    ["an error", `${page}?error=100008&error_description=x&state=${state}`, { state, error: "100008" }],
    ["an error in the hash", `${page}#error=100030&error_description=x&state=${state}`, { state, error: "100030" }],
    ["a word for an error", `${page}?error=access_denied&state=${state}`, { state, error: "access_denied" }],
    ["a cancel", `${page}?usercancel=1&state=${state}`, { state, error: "usercancel" }],
    ["a cancel in the hash", `${page}?#usercancel=1&state=${state}`, { state, error: "usercancel" }],
    ["a cancel by another number", `${page}?usercancel=2&state=${state}`, { state, error: "usercancel" }],
    ["no cancel", `${page}?usercancel=0&code=9A5F&state=${state}`, { state, code: "9A5F" }],
    ["an error beside a cancel", `${page}?usercancel=1&error=100030&state=${state}`, { state, error: "usercancel" }],
    ["a state alone, which is a refusal", `${page}?state=${state}`, { state, error: "denied" }],
    ["a state alone in the hash", `${page}#state=${state}`, { state, error: "denied" }],
    ["a state beside no cancel", `${page}?usercancel=0&state=${state}`, { state, error: "denied" }],
    ["a state beside what the app's server adds", `${page}?lang=zh&state=${state}&msg=`, { state, error: "denied" }],
    ["a query alone", `?code=9A5F&state=${state}`, { state, code: "9A5F" }],
  ])("%s", (_what, address, callback) => {
    expect(parseCallback(address)).toEqual(callback);
  });
});

describe("T10, T17: takes for no answer", { tags: ["T10", "T17"] }, () => {
  const twice = (key: string) => [
    [`${key} twice`, `${page}?code=c&state=${state}&${key}=1&${key}=1`],
    [`${key} in query and hash`, `${page}?code=c&state=${state}&${key}=1#${key}=1`],
    [
      `${key} twice, once encoded`,
      `${page}?code=c&state=${state}&${key}=1&%${key.charCodeAt(0).toString(16)}${key.slice(1)}=1`,
    ],
  ];
  test.each([
    ["no state", `${page}?code=c`],
    ["an empty state", `${page}?code=c&state=`],
    ["a blank state", `${page}?code=c&state=%20%09`],
    ["a state in a list", `${page}?code=c&state[]=${state}`],
    ["a state in the path", `${page}/state=${state}?code=c`],
    [
      "the provider's own page, copied by a person",
      `https://graph.qq.com/oauth2.0/authorize?response_type=code&client_id=1&state=${state}`,
    ],
    ["an empty code", `${page}?code=&state=${state}`],
    ["a code and an error", `${page}?code=c&error=100010&state=${state}`],
    ["a code and a cancel", `${page}?code=c&usercancel=1&state=${state}`],
    ["an implicit grant", `${page}#access_token=FE04&expires_in=1&state=${state}`],
    ["no parameters", page],
    ["nothing", ""],
    ...twice("state").map(([what, address]) => [what, address?.replace(`&state=${state}`, "")] as const),
    ...["code", "error", "msg", "usercancel"].flatMap(twice),
  ] as readonly (readonly [string, string])[])("%s", (_what, address) => {
    expect(parseCallback(address)).toBeUndefined();
  });
});

describe("T11: a state that is none finds nothing:", { tags: ["T11"] }, () => {
  test.each([
    ...Object.getOwnPropertyNames(Object.prototype),
    "prototype",
    "",
    "a".repeat(42),
    "a".repeat(44),
    `${"a".repeat(42)}+`,
    `${"a".repeat(42)}\n`,
  ])("%j", (wrong) => {
    expect(createCallbackMessage({ state: wrong, code: "c" })).toBeUndefined();
    expect(validateMessage({ v: 1, flow: channelName(wrong), state: wrong, code: "c" }, wrong)).toBeUndefined();
  });
});

describe("a message between the pages", () => {
  const sent = { v: 1, flow: channelName(state), state, code: "c" };

  test("arrives as it was sent", () => {
    for (const callback of [
      { state, code: "c" },
      { state, error: "100010" },
    ]) {
      const message = createCallbackMessage(callback);
      expect(Object.keys(message ?? {})).toEqual(["v", "flow", "state", Object.keys(callback)[1]]);
      expect(validateMessage(message, state)).toEqual(message);
    }
  });

  test("is listed field by field", () => {
    expect(validateMessage({ ...sent, extra: 1, __proto__: { error: undefined } }, state)).toEqual(sent);
  });

  // prettier-ignore
  test.each<readonly [string, object]>([
    ["another version", { v: 2 }], ["a version as text", { v: "1" }], ["no version", { v: undefined }],
    ["another flow", { flow: "te-bbbbbbbbbb" }], ["no flow", { flow: undefined }], ["a flow in a list", { flow: [channelName(state)] }],
    ["another state", { state: "b".repeat(43) }], ["a state in a list", { state: [state] }], ["a shorter state", { state: state.slice(1) }],
    ["an empty code", { code: "" }], ["a code as number", { code: 1 }], ["no code", { code: undefined }], ["a code that is too long", { code: "c".repeat(513) }],
    ["a code and an error", { error: "100010" }], ["a code and an error that is none", { error: 1 }], ["a code and an empty error", { error: "" }],
  ])("P18: with %s is refused", (_what, change) => {
    expect(validateMessage({ ...sent, ...change }, state)).toBeUndefined();
  });

  test("whatever comes along, nothing throws and nothing else is accepted", () => {
    fc.assert(
      fc.property(hostile, (make) => {
        expect(validateMessage(make(), state)).toBeUndefined();
      }),
      { numRuns: runs },
    );
  });
});

describe("T14, P16: a state", { tags: ["T14", "P16"] }, () => {
  test("is 32 bytes in base64url, never the same", () => {
    const states = Array.from({ length: runs * 10 }, createState);
    expect(states.filter((made) => !/^[\w-]{43}$/.test(made))).toEqual([]);
    expect(new Set(states).size).toBe(states.length);
    expect(Buffer.from(states[0] ?? "", "base64url")).toHaveLength(32);
  });

  test("has each bit as often set as not", () => {
    const count = runs * 10;
    const ones = new Array<number>(256).fill(0);
    for (let made = 0; made < count; made += 1)
      Buffer.from(createState(), "base64url").forEach((byte, index) => {
        for (let bit = 0; bit < 8; bit += 1) ones[index * 8 + bit]! += (byte >> bit) & 1;
      });
    const sigma = Math.sqrt(count) / 2;
    expect(ones.filter((set) => Math.abs(set - count / 2) > 5 * sigma)).toEqual([]);
  });

  test("refuses to be made without random numbers", () => {
    const { crypto } = globalThis;
    Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true });
    try {
      expect(createState).toThrow();
    } finally {
      Object.defineProperty(globalThis, "crypto", { value: crypto, configurable: true });
    }
  });
});

describe("reads of what a person pasted", () => {
  test("this flow's own answer", () => {
    expect(parsePastedAnswer(` ${page}?code=9A5F&state=${state}\n`, state)).toEqual({
      v: 1,
      flow: channelName(state),
      state,
      code: "9A5F",
    });
  });

  test.each([
    ["another flow's answer", `${page}?code=9A5F&state=${"b".repeat(43)}`, null],
    [
      "QQ's error page",
      "https://graph.qq.com/oauth2.0/show?which=error&display=pc&error=100010&client_id=1&access_token=x",
      100010,
    ],
    ["what that page says", "redirect uri is illegal(100010)", 100010],
    ["the number", "100010", 100010],
    ["the number in brackets", " (100010) ", 100010],
    ["the number with #", "#100010", 100010],
    ["a negative number", "-21", -21],
    ["anything else", "hello", null],
    ["nothing", "", null],
    ["a number that is none", "1e5", null],
  ])("%s", (_what, text, code) => {
    const pasted = parsePastedAnswer(text, state);
    expect("failure" in pasted ? [pasted.failure.code, pasted.row?.code ?? null] : pasted).toEqual([code, code]);
  });
});
