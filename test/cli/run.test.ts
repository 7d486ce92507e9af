import { describe, expect, test } from "vitest";
import kit from "../../package.json" with { type: "json" };
import { diff, tableDigests } from "../../src/cli/diff.js";
import vendorDigests from "../../src/cli/vendorDigests.json" with { type: "json" };
import { tencentCatalog } from "../../src/catalog/tencentCatalog.js";
import en from "../../src/locales/en.js";
import ja from "../../src/locales/ja.js";
import { runWith } from "./fakeIo.js";

describe("explain", () => {
  test("reads an answer with its HTTP status, and asks for it where it tells whose number it is", async () => {
    const answer = '{"code":100014}';
    const blind = await runWith(["explain", answer]);
    expect([blind.code, blind.out]).toEqual([
      1,
      expect.stringContaining("With HTTP 401 this number is a documented one"),
    ]);
    expect(blind.out).not.toContain("isTencent");
    const told = await runWith(["explain", answer, "--status", "401", "--json"]);
    expect([told.code, JSON.parse(told.out)]).toEqual([
      0,
      expect.objectContaining({ code: 100014, category: "reauth" }),
    ]);
    expect((await runWith(["explain", '{"code":20000,"message":"no"}', "--status", "401"])).out).toContain("isTencent");
  });

  test("explains a code, in any language", async () => {
    const { code, out } = await runWith(["explain", "100016", "--locale", "ja"]);
    expect(code).toBe(0);
    expect(out).toContain(ja.developer.codes[100016]);
    expect(out).toContain("ACCESS_TOKEN_CHECK_FAILED");
  });

  test.each<[what: string, argv: string[], piped?: string]>([
    ["an answer as it came", ["explain", 'callback( {"error":100016} );']],
    ["an answer that the shell took apart", ["explain", "callback(", '{"error":100016}', ");"]],
    ["what is piped in", ["explain"], 'callback( {"error":100016} );\n'],
    ["what is piped in by a dash", ["explain", "-"], "100016"],
  ])("reads %s", async (_what, argv, piped) => {
    const { code, out } = await runWith(argv, {}, piped);
    expect([code, out]).toEqual([0, (await runWith(["explain", "100016"])).out]);
  });

  test("takes a negative code for a code", async () => {
    const { code, out } = await runWith(["explain", "-73", "--audience", "user"]);
    expect(code).toBe(0);
    expect(out).toBe(`${String(en.words.titles[-73])}\n${en.words.categories.reauth.description}`);
  });

  test("gives a program the row and the words", async () => {
    const { out } = await runWith(["explain", "--json", "-25"]);
    expect(JSON.parse(out)).toMatchObject({
      ...JSON.parse(JSON.stringify(tencentCatalog.find(-25))),
      inTable: true,
      message: { description: en.developer.codes[-25] },
    });
  });

  test("has a finding for an undocumented code, and none for a success", async () => {
    expect((await runWith(["explain", "-999"])).code).toBe(1);
    const { out } = await runWith(["explain", "20000"]);
    expect(out).toContain("extendCatalog");
    expect(out).toContain("If this is a number of your own API's: let the client's isTencent give false");
    expect((await runWith(["explain", "-73"])).out).not.toContain("your own API");
    expect((await runWith(["explain", "hello"])).code).toBe(1);
    expect(await runWith(["explain", '{"ret":0}'])).toMatchObject({ code: 0, out: "This answer reports no failure." });
  });

  test("says nothing of what the server wrote", async () => {
    const body = '{"ret":-21,"msg":"access_token=C0FFEE0C0FFEE\\u001b[2J"}';
    for (const argv of [
      ["explain", body],
      ["explain", body, "--json"],
    ])
      expect((await runWith(argv)).out).not.toMatch(/C0FFEE|\u001b/);
  });
});

describe("check", () => {
  const polish = { ...structuredClone(ja), tag: "pl" };

  test("finds nothing in a language of the kit, as JSON or as a module", async () => {
    const files = { "ja.json": JSON.stringify(ja), "ja.mjs": ja, "ja.ts": ja };
    for (const file of Object.keys(files)) expect(await runWith(["check", file], files)).toMatchObject({ code: 0 });
  });

  test("names each fault once, and what is wanted", async () => {
    const { developer, ...users } = structuredClone(en);
    const file = JSON.stringify({ ...users, tag: "de", developer: { ...developer, openTicket: "<b>Ticket</b>" } });
    const { code, out } = await runWith(["check", "de.json", "--json"], { "de.json": file });
    expect(code).toBe(1);
    const { faults } = JSON.parse(out) as { faults: { rule: string; place: string }[] };
    expect(faults).toContainEqual({ rule: "html", place: "developer.openTicket" });
    expect(faults).toContainEqual({ rule: "untranslated", place: "words.categories.reauth.title" });
    expect(faults).not.toContainEqual({ rule: "untranslated", place: "developer.openTicket" });
    expect((await runWith(["check", "de.json"], { "de.json": file })).out).toContain("plain text, no markup");
  });

  test("asks for the plural forms of the language", async () => {
    const { out } = await runWith(["check", "pl.json", "--json"], { "pl.json": JSON.stringify(polish) });
    expect(JSON.parse(out)).toMatchObject({
      faults: expect.arrayContaining([{ rule: "plural", place: "words.labels.affected" }]),
    });
  });

  test("asks no words for developers of a language that has none", async () => {
    const { developer: _, ...users } = ja;
    const { code, out } = await runWith(["check", "ja.json"], { "ja.json": JSON.stringify(users) });
    expect(code).toBe(0);
    expect(out).toContain("users only");
  });

  test.each<[what: string, text: string]>([
    ["nothing", "{}"],
    ["a list", "[]"],
    ["null", "null"],
    ["a number", "7"],
    ["a tag that is none", '{"tag":"\\u001b[2J","dir":5,"words":"x"}'],
  ])("has findings in %s, and throws at none", async (_what, text) => {
    const { code, out } = await runWith(["check", "x.json"], { "x.json": text });
    expect(code).toBe(1);
    expect(out).not.toContain("\u001b");
  });
});

describe("diff", () => {
  const table =
    "| code | what |\n| --- | --- |\n| -1 | one  |  first |\n| -2 | two | second |\n| 100000 | three | third |\n";
  const digests = tableDigests(table);
  const differences = async (markdown: string) => diff("t.md", digests, { read: async () => markdown });

  test("finds none in the same table, however it is laid out", async () => {
    expect(await differences(table.replaceAll(/ +/g, "   ").replaceAll("\n", "\r\n"))).toMatchObject({
      hasFindings: false,
    });
  });

  test("finds exactly what was edited", async () => {
    const edited = table
      .replace("second", "another")
      .replace("| 100000 | three | third |\n", "| -3 | four | fourth |\n");
    const { json, text, hasFindings } = await differences(edited);
    expect(json).toEqual({ new: [-3], changed: [-2], gone: [100000] });
    expect(text).toContain("changed  -2 APPID_NOT_FOUND");
    expect(hasFindings).toBe(true);
  });

  test("knows a row for each code of the catalog, and no other", () => {
    expect(Object.keys(vendorDigests).map(Number).sort()).toEqual(tencentCatalog.rows.map(({ code }) => code).sort());
    expect(Object.values(vendorDigests).filter((digest) => !/^[\da-f]{16}$/.test(digest))).toEqual([]);
  });

  test("reads the 45 rows that the catalog was made from", async () => {
    const { code, out } = await runWith(["diff", "t.md", "--json"], { "t.md": table });
    const { changed, gone } = JSON.parse(out) as Record<string, number[]>;
    expect([code, changed?.length, gone?.length]).toEqual([1, 3, 42]);
  });
});

test("says its version, and how to call it", async () => {
  expect(await runWith(["--version"])).toEqual({ code: 0, out: kit.version, err: "", written: {} });
  const commands = [...(await runWith(["--help"])).out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
  expect(commands).toContain("pages");
  for (const command of commands) {
    expect((await runWith([command, "--help"])).out).toMatch(new RegExp(`^tencent-error-kit ${command} `));
  }
});

// prettier-ignore
test.each<[what: string, argv: string[], files: Record<string, unknown>, said: RegExp]>([
  ["no command", [], {}, /Which command/],
  ["a command that there is not", ["toString"], {}, /no command "toString"/],
  ["a flag that there is not", ["explain", "1", "--colour"], {}, /--colour/],
  ["a flag of another command", ["explain", "1", "--format", "icu"], {}, /explain takes no --format/],
  ["two files", ["diff", "a", "b"], {}, /takes one file/],
  ["a status that is none", ["explain", "1", "--status", "ok"], {}, /--status is the HTTP status/],
  ["nothing to explain", ["explain"], {}, /needs a code/],
  ["a language that there is not", ["explain", "-1", "--locale", "tlh"], {}, /no language "tlh"/],
  ["an audience that there is not", ["explain", "-1", "--audience", "all"], {}, /no audience "all"/],
  ["a format that there is not", ["messages", "--format", "po"], {}, /no format "po"/],
  ["a file that is not there", ["diff", "a.md"], {}, /no such file/],
  ["a table without a row", ["diff", "a.md"], { "a.md": "# Codes" }, /no row/],
  ["no file to check", ["check"], {}, /needs a locale file/],
  ["a file that is no JSON", ["check", "a.json"], { "a.json": "{" }, /not JSON/],
  ["a file of another kind", ["check", "a.yml"], {}, /is no \.json/],
  ["a module that can't be loaded", ["check", "a.mjs"], {}, /can't be loaded: no such file/],
  ["TypeScript that Node does not load", ["check", "a.ts"], {}, /does not load TypeScript/],
  ["a module without a default", ["check", "a.mjs"], { "a.mjs": undefined }, /no language as its default/],
])("answers %s with 2 and a hint", async (_what, argv, files, said) => {
  const { code, out, err } = await runWith(argv, files);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(said);
});
