import { afterEach, describe, expect, test, vi } from "vitest";
import { tencentCatalog } from "../../src/catalog/tencentCatalog.js";
import { defineCatalog, extendCatalog } from "../../src/diagnose/defineCatalog.js";
import { diagnose } from "../../src/diagnose/diagnose.js";
import { resolve } from "../../src/i18n/resolve.js";
import en from "../../src/locales/en.js";
import { ticketDraft } from "../../src/support/ticketDraft.js";
import type { CodeRow } from "../../src/model/Diagnosis.js";

const row: CodeRow = {
  code: -500,
  reason: "QUEUE_FULL",
  category: "rateLimit",
  fixer: "platform",
  retry: "backoff",
  documented: [],
  remedies: ["waitAndRetry"],
};
const rowWith = (fields: object): CodeRow => ({ ...row, ...fields });

afterEach(() => {
  vi.unstubAllEnvs();
});

test("an app's own code is found, and the table's are not", () => {
  const catalog = defineCatalog([row]);
  expect(diagnose({ ret: -500 }, { catalog })).toMatchObject({ category: "rateLimit", fingerprint: "QUEUE_FULL" });
  expect(diagnose({ ret: -21 }, { catalog }).row).toBeNull();
});

test("an extended catalog has both, and the given one stays as it is", () => {
  const catalog = extendCatalog(tencentCatalog, [row, rowWith({ code: -21, reason: "OURS" })]);
  expect([catalog.rows.length, catalog.find(-500)?.reason, catalog.find(-21)?.reason]).toEqual([
    tencentCatalog.rows.length + 1,
    "QUEUE_FULL",
    "OURS",
  ]);
  expect([tencentCatalog.rows.length, tencentCatalog.find(-500), tencentCatalog.find(-21)?.reason]).toEqual([
    45,
    undefined,
    "TOKEN_REVOKED",
  ]);
});

test("a later row takes the place of an earlier one", () => {
  expect(defineCatalog([row, rowWith({ reason: "LATER" })]).rows.map(({ reason }) => reason)).toEqual(["LATER"]);
});

test("what the app changes afterwards changes nothing here", () => {
  const remedies: CodeRow["remedies"] = ["waitAndRetry"];
  const catalog = defineCatalog([rowWith({ remedies })]);
  (remedies as string[]).push("openTicket");
  expect(catalog.find(-500)?.remedies).toEqual(["waitAndRetry"]);
  expect([catalog, catalog.rows, catalog.find(-500)].every((part) => Object.isFrozen(part))).toBe(true);
});

// prettier-ignore
const mistakes: readonly (readonly [string, object, string, string])[] = [
  ["an unknown field", { severity: "high" }, 'has the field "severity"', "A row has the fields code, reason"],
  ["an unknown category", { category: "oops" }, 'has the category "oops"', "Known are reauth, credentials"],
  ["an inherited category", { category: "constructor" }, 'has the category "constructor"', "Known are reauth"],
  ["an unknown fixer", { fixer: "me" }, 'has the fixer "me"', "Known are user, developer, platform"],
  ["an unknown retry rule", { retry: "always" }, 'has the retry "always"', "Known are no, fix, auth"],
  ["an unknown remedy", { remedies: ["waitAndRetry", "reboot"] }, 'has the remedies "reboot"', "Known are checkRequest"],
  ["an unknown documented remedy", { documented: ["reboot"] }, 'has the documented "reboot"', "Known are checkRequest"],
  ["a lost documented remedy", { documented: ["openTicket"] }, 'leaves out the documented remedy "openTicket"', "never drop any"],
  ["remedies that are no list", { remedies: "openTicket" }, "has no list of remedies", "An empty list"],
  ["a broken code", { code: 1.5 }, "has a code that no answer carries", "at most ten digits"],
  ["a code as text", { code: "-500" }, "has a code that no answer carries", "at most ten digits"],
  ["a code that is too long", { code: 12_345_678_901 }, "has a code that no answer carries", "at most ten digits"],
  ["a reason in prose", { reason: "queue full" }, 'has the reason "queue full"', "Reasons are UPPER_SNAKE"],
];

describe("in development says what, why and what to do about", () => {
  test.each(mistakes)("%s", (_what, fields, what, way) => {
    const define = () => defineCatalog([rowWith(fields)]);
    expect(define).toThrow(TypeError);
    for (const part of ["[tencent-error-kit] The catalog row", what, "which no notice could show", way])
      expect(define).toThrow(part);
    expect(() => extendCatalog(tencentCatalog, [rowWith(fields)])).toThrow(what);
  });

  test("a row from JSON that reaches for the prototype", { tags: ["T43"] }, () => {
    expect(() => defineCatalog([JSON.parse('{"code":-500,"__proto__":{"category":"reauth"}}') as CodeRow])).toThrow(
      'the field "__proto__"',
    );
  });
});

describe("in production still shows a notice, with", () => {
  test.each([
    ...mistakes,
    [
      "a row with nothing but its code",
      {
        reason: undefined,
        category: undefined,
        fixer: undefined,
        retry: undefined,
        documented: undefined,
        remedies: undefined,
      },
      "",
      "",
    ] as const,
  ])("%s", (_what, fields) => {
    vi.stubEnv("NODE_ENV", "production");
    const catalog = defineCatalog([rowWith(fields)]);
    const diagnosis = diagnose({ ret: -500 }, { catalog });
    for (const audience of ["user", "developer"] as const) {
      const { title, description, steps } = resolve(diagnosis, en, { audience });
      expect(
        [title, description, ...steps.map(({ text }) => text)].every((text) => typeof text === "string" && text !== ""),
      ).toBe(true);
    }
    expect(ticketDraft(diagnosis).text).toContain("code: -500");
  });

  test("a row from JSON that reaches for the prototype", { tags: ["T43"] }, () => {
    vi.stubEnv("NODE_ENV", "production");
    const rows = JSON.parse(
      '[{"code":-500,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]',
    ) as CodeRow[];
    expect(defineCatalog(rows).find(-500)).not.toHaveProperty("polluted");
    expect({}).not.toHaveProperty("polluted");
  });
});
