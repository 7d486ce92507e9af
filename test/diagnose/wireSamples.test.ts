import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { examine } from "../../src/diagnose/diagnose.js";

interface Sample {
  readonly body: string;
  readonly httpStatus: number | null;
  readonly contentType: string | null;
  readonly code: number | null;
  readonly shape: string;
  readonly dialect: string;
  readonly isError: boolean;
  /** Whether the number is one of the vendor's table and means what the table says. */
  readonly seedMatch: boolean;
  readonly source?: string;
}

const samples = readFileSync(new URL("../fixtures/wireSamples.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Sample);

/** What the samples call a dialect, and what the kit calls it. */
const names: Readonly<Record<string, string>> = {
  "qq-openapi": "openapi",
  "qq-connect-oauth": "oauth",
  "qq-bot": "bot",
  "page-text": "pageText",
  "tencent-im": "im",
  "tencent-weibo": "weibo",
  "tencentcloud-session": "cloudSession",
  "tencentcloud-v2": "cloud2",
  "tencentcloud-v3": "cloud3",
  "wechat-bot": "wechatBot",
  "wechat-mp-cgi": "wechatConsole",
};

const read = ({ body, httpStatus }: Sample, dialect?: string): readonly [boolean, number | null, string, boolean] => {
  // the samples give redirects and pages a status that no `fetch` would ever show
  const response =
    httpStatus === null || httpStatus === 302 ? undefined : { status: httpStatus, headers: new Headers() };
  const { outcome, diagnosis } = examine(body, { response, dialect });
  const { code, dialect: found } = diagnosis.failure;
  return [outcome === "failure", code, found, diagnosis.row !== null && outcome === "failure"];
};

const told = ({ isError, code, dialect, seedMatch }: Sample) =>
  [isError, code, names[dialect] ?? dialect, seedMatch] as const;

/** Where the kit differs from a sample, and why. The number of samples each of them is for. */
// prettier-ignore
const differences: readonly (readonly [why: string, samples: number, of: (sample: Sample) => boolean, told: readonly [string, ...unknown[]]])[] = [
  ["a form without a failure is QQ's: no other service answers so", 1, ({ shape }) => shape === "form-foreign-success", ["oauth"]],
  ["a body without a failure has no word of a dialect", 4, ({ isError, shape }) => !isError && /^(jsonp-success|json-nested-ret$|json-null)/.test(shape), ["unknown"]],
  ["a body that says nothing, with an HTTP status that does", 2, ({ shape }) => /^json-(error-text|nested-string)$/.test(shape), ["http"]],
  ["an `error` without a number has no dialect", 1, ({ shape }) => shape === "json-error-object", ["unknown"]],
  ["an empty answer has no dialect", 1, ({ shape }) => shape === "empty", ["unknown"]],
  ["QC.api only wraps what OpenAPI answered", 1, ({ shape }) => shape === "sdk-response-object", ["openapi"]],
  ["an app's own `{ret,msg}` looks like OpenAPI's: the app has to say so", 2, ({ shape }) => shape === "json-ret-lookalike", ["openapi", true]],
];

const differenceOf = (sample: Sample) => differences.find(([, , isOf]) => isOf(sample));

test("there are 104 samples, each with its source", () => {
  expect(samples).toHaveLength(104);
  expect(samples.filter(({ source }) => !source)).toEqual([]);
});

describe("reads a real answer as", () => {
  test.each(
    samples.map(
      (sample, index) => [`${String(index + 1)} ${sample.shape} ${sample.body.slice(0, 60)}`, sample] as const,
    ),
  )("%s", (_what, sample) => {
    const [isError, code, dialect, hasRow] = told(sample);
    const [, , , [ourDialect, ourRow] = [dialect]] = differenceOf(sample) ?? [];
    expect(read(sample)).toEqual([isError, code, ourDialect, ourRow ?? hasRow]);
  });
});

test.each(differences)("differs where %s", (_why, count, isOf) => {
  expect(samples.filter(isOf)).toHaveLength(count);
});

test("an app's own lookalikes are read correctly with `isTencent`", () => {
  const lookalikes = samples.filter(({ shape }) => shape === "json-ret-lookalike");
  expect(lookalikes.map((sample) => read(sample, "foreign"))).toEqual(lookalikes.map(told));
});
