import { describe, expect, test } from "vitest";
import { redact } from "../../src/privacy/redact.js";

// prettier-ignore
const secretNames = [
  "access_token", "refresh_token", "id_token", "token", "code", "code_verifier", "state", "nonce", "client_secret", "client_assertion",
  "assertion", "password", "passwd", "pwd", "pin", "otp", "secret", "api_key", "private_key", "authorization", "proxy-authorization",
  "cookie", "set-cookie", "session", "sessionid", "sid", "jwt", "bearer", "credential", "credentials", "csrf", "xsrf", "ticket",
  "openkey", "appkey", "app_key", "sig", "signature", "skey", "p_skey", "pt4_token", "pt_key", "qm_keyst", "g_tk", "bkn", "pfkey", "vkey",
  "psrf_qqaccess_token", "psrf_qqrefresh_token", "uin", "p_uin", "openid", "unionid", "secret_id", "secret_key", "x-tc-token",
  "q-signature", "x-cos-security-token", "phone", "mobile", "email", "userip", "ip", "idcard", "nickname", "address",
];

const words = (name: string) => name.split(/[_-]/);
const upperFirst = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const spellings: readonly (readonly [string, (name: string) => string])[] = [
  ["snake", (name) => words(name).join("_")],
  [
    "camel",
    (name) =>
      words(name)
        .map((word, index) => (index === 0 ? word : upperFirst(word)))
        .join(""),
  ],
  ["Pascal", (name) => words(name).map(upperFirst).join("")],
  ["kebab", (name) => words(name).join("-")],
  ["UPPER", (name) => words(name).join("_").toUpperCase()],
  ["joined", (name) => words(name).join("")],
  ["x-", (name) => `x-${name}`],
  ["qq_", (name) => `qq_${name}`],
  ["psrf_", (name) => `psrf_${name}`],
];

/** Short and plain, so that only its name gives it away. */
const canary = "Zk9q";

/** Where a secret may stand. Its own field comes last wherever others could hide it. */
const carriers: readonly (readonly [string, (name: string, value: string) => unknown])[] = [
  ["its own field", (name, value) => ({ ret: -1, [name]: value })],
  ["a nested field", (name, value) => ({ a: { b: { c: { [name]: value } } } })],
  ["a field of a list's item", (name, value) => ({ list: [{ [name]: value }] })],
  ["a list", (name, value) => ({ [name]: [value, value] })],
  ["an object of its name", (name, value) => ({ [name]: { value } })],
  [
    "a pair in a list",
    (name, value) => [
      ["a", "b"],
      [name, value],
    ],
  ],
  ["a Map", (name, value) => new Map([[name, value]])],
  ["Headers", (name, value) => new Headers({ [name]: value })],
  ["URLSearchParams", (name, value) => new URLSearchParams({ [name]: value })],
  ["a query", (name, value) => `https://a.example/b?a=1&${name}=${value}&ret=-21`],
  ["a hash", (name, value) => `https://a.example/b#${name}=${value}`],
  ["the headers of axios", (name, value) => ({ config: { headers: { [name]: value } } })],
  ["JSON in the data of axios", (name, value) => ({ config: { data: JSON.stringify({ [name]: value }) } })],
  ["a cause", (name, value) => ({ name: "Error", cause: { cause: { [name]: value } } })],
  ["an error's message", (name, value) => new Error(`failed with ${name}=${value}`)],
  ["JSON text", (name, value) => JSON.stringify({ a: 1, [name]: value })],
  ["JSON text with blanks", (name, value) => JSON.stringify({ [name]: `${value} ${value}` }, null, 2)],
  ["JSON in JSON", (name, value) => JSON.stringify({ body: JSON.stringify({ [name]: value }) })],
  ["JSON in JSON in JSON", (name, value) => JSON.stringify([JSON.stringify([JSON.stringify({ [name]: value })])])],
  ["JSONP", (name, value) => `callback( ${JSON.stringify({ [name]: value })} );`],
  ["single quotes", (name, value) => `{'${name}': '${value}'}`],
  ["form text", (name, value) => `a=1&${name}=${value}`],
  ["a header's line", (name, value) => `GET / HTTP/1.1\n${name}: ${value}\nAccept: *`],
  ["a cookie's line", (name, value) => `Cookie: a=1; ${name}=${value}; b=2`],
  ["a percent-encoded query", (name, value) => `u=${encodeURIComponent(`https://a.example/?${name}=${value}`)}`],
  ["a query encoded twice", (name, value) => `u=${encodeURIComponent(encodeURIComponent(`?${name}=${value}`))}`],
  ["HTML", (name, value) => `&quot;${name}&quot;:&quot;${value}&quot;`],
];

describe("masks every secret name, however spelled, in", () => {
  test.each(carriers)("%s", (_carrier, carry) => {
    const leaks = spellings.flatMap(([spelling, spell]) =>
      secretNames
        .filter((name) => redact(carry(spell(name), canary)).includes(canary))
        .map((name) => `${spelling} ${name}`),
    );
    expect(leaks).toEqual([]);
  });
});

describe("masks by its look, whatever it is called,", () => {
  test.each([
    ["a bearer's token", "Bearer abc.def-ghi"],
    ["a basic login", "Basic dXNlcjpwYXNz"],
    ["a JWT", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc"],
    ["a QQ token or openid", "FE04CCE2FE04CCE2FE04CCE2FE04CCE2"],
    ["a SecretId of Tencent Cloud", "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"],
    ["an address of mail", "ann.lee+x@mail.example.com"],
    ["a phone number", "13812345678"],
    ["an address of IPv4", "192.168.10.7"],
    ["an address of IPv6", "2001:db8:0:1:1:1:1:1"],
    ["a long random word", "q83vEjRWeJCrze8SNFZ4kKvN"],
  ])("%s", (_what, value) => {
    for (const text of [value, `text ${value} text`, JSON.stringify({ x: value }), `https://a.example/?x=${value}`])
      expect(redact(text)).not.toContain(value);
  });
});

test.each([
  "a ‹Bearer  abc.def› b",
  "a ‹Basic dXNlcjpwYXNz=› b",
  "a ‹eyJab.cd-e.fg_h› b",
  "a ‹eyJab.cd› b",
  "a ‹eyJab.cd.› b",
  "a ‹AKIDabc123›-b",
  "a ‹0123456789abcdefABCDEF0123456789› b",
  "a ‹ann.lee+x@mail.example.com› b",
  "a ‹13812345678› b",
  "a ‹192.168.10.7› b",
  "a Chrome/120.0.0.0 b",
  "a ‹20ab:db8:0:12:1:1:1:abcd› b",
  "a ‹abcdefghijkl7mnopqrstuvwxyz==› b",
  "a ‹7ABCDEFGHIJKLMNOPQRSTUVWXYZ› b",
  "a ‹ab/cd+ef/gh+ij/kl7mn/op+qr/st› b",
  "a 123456789012345678901234 b",
  "a abcdefghijklmnopqrstuvwxyz b",
])("masks by its look to the letter: %s", (line) => {
  expect(redact(line.replace(/[‹›]/g, ""))).toBe(line.replace(/‹[^›]*›/g, "[redacted]"));
});

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const refuse = (): never => {
  throw new Error("no");
};

test.each<readonly [string, string, () => unknown]>([
  ["booleans", '{"ok":true,"off":false}', () => ({ ok: true, off: false })],
  [
    "names that only a field can have",
    '{"token (old)":"[redacted]","a.token.b":"[redacted]","c":1}',
    () => ({ "token (old)": "Zk9q", "a.token.b": 1, c: 1 }),
  ],
  ["a secret that is not there", '{"c":1}', () => ({ "token (old)": undefined, c: 1 })],
  [
    "codes",
    '{"a(code":"[redacted]","b(code":-21,"c(code":"[redacted]","d(code":"-21"}',
    () => ({ "a(code": "Zk9q", "b(code": -21, "c(code": { d: 1 }, "d(code": "-21" }),
  ],
  ["a hidden field", '{"a":1}', () => Object.defineProperty({ a: 1 }, "hidden", { value: 2 })],
  ["a symbol", '{"b":2}', () => ({ [Symbol("a")]: 1, b: 2 })],
  ["an error", '{"message":"text"}', () => new Error("text")],
  ["what can't be looked into", '{"a":{},"b":{}}', () => ({ a: revoked(), b: new Proxy({}, { ownKeys: refuse }) })],
  ["nothing but controls", "", () => "\0".repeat(8192) + "text"],
  ["as much as it takes", `${"x ".repeat(4093)}x[abcd`, () => `${"x ".repeat(4093)}x[abcd`],
])("writes %s", (_what, text, make) => {
  expect(redact(make())).toBe(text);
});

test("says where it stopped to look into objects", () => {
  const fields = Array.from({ length: 499 }, (_, index) => [`k${String(index)}`, index]);
  expect(redact(Object.fromEntries([...fields, ["last", {}]]))).toMatch(/,"last":"…"\}$/);
  expect(redact(Object.fromEntries([...fields.slice(1), ["last", { a: 1 }]]))).toMatch(/,"last":\{"a":1\}\}$/);
});

test("cuts through no mask and no letter, wherever the end falls", () => {
  for (let ahead = 0; ahead < 16; ahead += 1) {
    const masks = redact(`${"x".repeat(ahead)} ${"pwd=a ".repeat(1300)}`);
    expect(masks).toMatch(/^x* (?:pwd=\[redacted\] )*(?:p|pw|pwd|pwd=|pwd=\[redacted\])?$/);
    expect([masks.length > 8192 - 11, masks.length <= 8192]).toEqual([true, true]);
    expect(redact(`${"x".repeat(ahead)} pwd=a ${"\u{1f600}".repeat(4200)}`)).not.toMatch(/\p{Surrogate}/u);
  }
});

describe("leaves what helps:", () => {
  test.each([
    "code=-21&msg=revoked",
    '{"error":100016,"error_description":"access token check failed"}',
    "errcode: 40029",
    "GET /user/get_user_info HTTP 200",
    "2026-11-23T04:49:00.000Z",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36",
    "requestId: 610bd4ad-0b8248fc",
    "openid is invalid",
    "请先登录",
  ])("%s", (text) => {
    expect(redact(text)).toBe(text);
  });
});

test("a second pass changes nothing", () => {
  for (const [, carry] of carriers)
    for (const name of secretNames) {
      const once = redact(carry(name, canary));
      expect(redact(once)).toBe(once);
    }
});

test("stops at 8 KiB, 500 fields, 50 items and 8 levels", () => {
  const wide = Object.fromEntries(
    Array.from({ length: 5000 }, (_, index) => [`k${String(index)}`, { a: { b: index } }]),
  );
  let deep: unknown = "end";
  for (let level = 0; level < 100_000; level += 1) deep = { deep };
  expect(redact(wide).length).toBeLessThanOrEqual(8192);
  expect(redact(deep)).toBe('{"deep":{"deep":{"deep":{"deep":{"deep":{"deep":{"deep":{"deep":"…"}}}}}}}}');
  expect(redact("x y ".repeat(1e6)).length).toBeLessThanOrEqual(8192);
});

test.each([
  ["short", "endless"],
  ["long", "a b ".repeat(2048)],
])("T46: reads 500 fields and no more of what grows while it is read, with %s texts", (_length, leaf) => {
  let reads = 0;
  const grow = (): object =>
    new Proxy(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${String(index)}`, leaf])), {
      get: (fields, key) => {
        reads += 1;
        return reads % 10 === 0 ? Reflect.get(fields, key) : grow();
      },
    });
  expect(redact(grow()).length).toBeLessThanOrEqual(8192);
  expect(reads).toBe(500);
});

test("cuts a field's text at 4 KiB and a list at 50 items, and keeps what comes after", () => {
  expect(redact({ a: "x ".repeat(5000), b: 1 })).toBe(JSON.stringify({ a: "x ".repeat(2048), b: 1 }));
  const items = Array.from({ length: 90 }, (_, index) => index);
  expect(redact({ a: items, b: 1 })).toBe(JSON.stringify({ a: items.slice(0, 50), b: 1 }));
});

test.each([
  [undefined, ""],
  [null, "null"],
  [-21n, '"-21"'],
  [Symbol("s"), '"symbol"'],
  [() => 1, '"function"'],
  [NaN, "null"],
])("makes of %s the text %j", (value, text) => {
  expect(redact(value)).toBe(text);
});
