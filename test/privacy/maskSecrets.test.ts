import { describe, expect, test } from "vitest";
import { maskSecrets } from "../../src/privacy/maskSecrets.js";
import { redact } from "../../src/privacy/redact.js";
import { secretNames } from "./canaries.js";
import { chineseTexts, otherTexts, readableTexts } from "./secretTexts.js";

const rows = [...chineseTexts, ...otherTexts].map(([text, gone, left = ""]) => ({ text, gone: [gone].flat(), left }));

test("there are 120 rows, and half of them are Chinese", () => {
  expect(rows.length).toBeGreaterThanOrEqual(120);
  expect(chineseTexts.length * 2).toBeGreaterThanOrEqual(rows.length);
});

/** Where such a text may come. */
const places: readonly (readonly [string, (text: string) => unknown])[] = [
  ["alone", (text) => text],
  ["in a sentence", (text) => `请求失败 ${text} (100016)`],
  ["as a field", (text) => ({ a: text, ret: -21 })],
  ["in JSON", (text) => JSON.stringify({ a: text, ret: -21 })],
  ["in JSON in JSON", (text) => JSON.stringify({ a: JSON.stringify({ b: text }), ret: -21 })],
  ["in a query", (text) => `https://a.example/?x=${encodeURIComponent(text)}&ret=-21`],
];

describe.each(places)("%s", (_place, put) => {
  test.each(rows)("$text", ({ text, gone, left }) => {
    const masked = redact(put(text));
    for (const secret of gone) {
      expect(masked).not.toContain(secret);
      expect(masked).not.toContain(encodeURIComponent(secret));
    }
    expect(masked).toContain("[redacted]");
    expect(redact(masked)).toBe(masked);
    if (put(text) === text) expect(masked).toContain(left);
  });
});

test.each(readableTexts)("leaves %s", (text) => {
  expect(maskSecrets(text)).toBe(text);
});

/** Texts in which a name stands as a value right before the name whose secret follows. */
const spelled: readonly (readonly [string, (value: string, name: string, secret: string) => string])[] = [
  ["JSON", (value, name, secret) => `{"a":"${value}","${name}":"${secret}","b":1}`],
  ["JSON with blanks", (value, name, secret) => `{ "a": "${value}",\n  "${name}": "${secret}" }`],
  ["escaped JSON", (value, name, secret) => JSON.stringify(`{"a":"${value}","${name}":"${secret}","b":1}`)],
  ["JSON escaped twice", (value, name, secret) => JSON.stringify(JSON.stringify({ a: value, [name]: secret }))],
  ["nested JSON", (value, name, secret) => `{"c":{"a":"${value}"},"d":[{"a":"${value}","${name}":"${secret}"}]}`],
  ["a list before it", (value, name, secret) => `{"a":["${value}","${value}"],"${name}":"${secret}"}`],
  ["a form", (value, name, secret) => `a=${value}&${name}=${secret}&b=1`],
  ["a query in JSON", (value, name, secret) => `{"url":"/x?a=${value}&${name}=${secret}","b":1}`],
  ["YAML", (value, name, secret) => `a: ${value}\n${name}: ${secret}\nb: 1`],
  ["YAML in quotes", (value, name, secret) => `a: "${value}"\n${name}: '${secret}'\n`],
  ["Python", (value, name, secret) => `{'a': '${value}', '${name}': '${secret}'}`],
  ["a query, encoded", (value, name, secret) => encodeURIComponent(`?a=${value}&${name}=${secret}`)],
  ["JSON, encoded", (value, name, secret) => encodeURIComponent(JSON.stringify({ a: value, [name]: secret }))],
  ["a value that ends like it", (value, name, secret) => `{"a":"rq-0-${value}","${name}":"${secret}"}`],
  ["a value that asks for it", (value, name, secret) => `{"a":"send ${value}=","${name}":"${secret}"}`],
  ["a value that says it", (value, name, secret) => `{"a":"${value}:","${name}":"${secret}"}`],
];

test.each(spelled)("a name that stands as a value hides no secret behind it: %s", (_what, spell) => {
  const leaks = secretNames.flatMap((value) =>
    secretNames
      .filter((name) => maskSecrets(spell(value, name, "Zk9q88E4")).includes("Zk9q88E4"))
      .map((name) => `${value}, ${name}`),
  );
  expect(leaks).toEqual([]);
});

test("a name that stands as a value stays, and so does what comes behind the secret", () => {
  for (const name of secretNames)
    expect(maskSecrets(`{"grant_type":"${name}","${name}":"Zk9q88E4","b":1}`)).toBe(
      `{"grant_type":"${name}","${name}":"[redacted]","b":1}`,
    );
});

/** Texts that made each run be read from each of its letters. */
// prettier-ignore
const hostile = ["1", "1 ", "138", '"', "'", "\\", "%25", "%", "[a]", "a[", "a.a@a.a@", "@", ":", "::", "1:", "a:", "=", "token=", "token='", "token=[", "pin: |\n ", "password:“", "<token>", "name=", "form-data; name=pin ", "a-", "eyJ", "eyJ-", "+1 ", "1.", "1.1.1.1.", "qq", "qq1", "是", "密码是", "密", "&quot;", "&amp;", '\\"', "\\u0022", '["token","', "token,", "\u0301", "e\u0301", "１", "：", "(", "-u a:", "://a:", "ff:", "Bearer ", "address: a ", 'value="', "value=", "{name:pin ", "<a name=pin value=1 ", "{", "<", '"pin";s:1:"', "pin;i:1", "1a2b is your ", "1a2b is your code ", "1a2b(", "1a2b（", "1a2b是验", "粤A1", "京"];

/** The quickest of both: what else the machine does only makes a run slower, so more rounds come nearer. */
function isLinear(unit: string): boolean {
  const half = unit.repeat(8192 / unit.length / 2);
  const whole = half + half;
  const quickest = { half: Infinity, whole: Infinity };
  for (let round = 0; round < 300; round += 1) {
    quickest.half = Math.min(quickest.half, timeOf(half));
    quickest.whole = Math.min(quickest.whole, timeOf(whole));
    if (round > 4 && quickest.whole <= 2.5 * quickest.half + 0.2) return true;
  }
  return false;
}

function timeOf(text: string): number {
  const begin = performance.now();
  redact(text);
  return performance.now() - begin;
}

test(
  "twice the text costs at most 2.5 times as much, whatever it is made of",
  { tags: ["T46"], timeout: 120_000 },
  () => {
    expect(hostile.filter((unit) => !isLinear(unit))).toEqual([]);
  },
);
