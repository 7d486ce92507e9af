import { describe, expect, test } from "vitest";
import { reportedCatalog } from "../../src/catalog/reportedCatalog.js";
import { tencentCatalog } from "../../src/catalog/tencentCatalog.js";
import { type Abilities, chooseActions } from "../../src/diagnose/chooseActions.js";
import { defineCatalog } from "../../src/diagnose/defineCatalog.js";
import { diagnose } from "../../src/diagnose/diagnose.js";
import { resolve } from "../../src/i18n/resolve.js";
import en from "../../src/locales/en.js";
import { docsUrl } from "../../src/support/supportDesk.js";

const all: Abilities = {
  audience: "user",
  reauthorize: true,
  retry: true,
  openTicket: true,
  readDocs: true,
  dismiss: true,
};
const developer: Abilities = { ...all, audience: "developer" };
const first = (raw: unknown, abilities: Abilities) => chooseActions(diagnose(raw), abilities)[0];

describe("the best button", () => {
  test.each<readonly [string, unknown, string, string]>([
    ["a revoked token", { ret: -21 }, "reauthorize", "reauthorize"],
    ["a test account", { ret: -12 }, "reauthorize", "reauthorize"],
    ["too many calls", { ret: -6 }, "retry", "retry"],
    ["a rejected signature", { ret: -5 }, "retry", "retry"],
    ["a nonce that was used before", { ret: -26 }, "retry", "retry"],
    ["a failed audit", { ret: -8 }, "openTicket", "openTicket"],
    ["a wrong return address", { error: 100010 }, "openTicket", "readDocs"],
    ["a missing parameter", { error: 100001 }, "openTicket", "readDocs"],
    ["a lost connection", new TypeError("Failed to fetch"), "retry", "retry"],
    ["an unknown code", { ret: -999 }, "openTicket", "openTicket"],
    ["a bug of the app", new Error("x is not a function"), "openTicket", "retry"],
  ])("for %s", { tags: ["C09"] }, (_what, raw, forUser, forDeveloper) => {
    expect([first(raw, all), first(raw, developer)]).toEqual([forUser, forDeveloper]);
  });
});

test("a sign-in of who was not signed in yet is the same button", () => {
  const row = { code: 42001, reason: "NOT_SIGNED_IN", fixer: "user", retry: "auth", documented: [] } as const;
  const catalog = defineCatalog([{ ...row, category: "reauth", remedies: ["signIn"] }]);
  const diagnosis = diagnose({ ret: 42001, msg: "m" }, { catalog });
  expect([all, developer].map((abilities) => chooseActions(diagnosis, abilities)[0])).toEqual([
    "reauthorize",
    "reauthorize",
  ]);
  expect(resolve(diagnosis, en, { audience: "developer" }).steps).toEqual([
    { remedy: "signIn", text: en.developer.remedies.signIn },
  ]);
});

test("each kind of button is offered for some failure", () => {
  const failures = [...reportedCatalog.rows.map(({ code }) => ({ ret: code })), new Error("lost")];
  const offered = [all, developer, { ...all, openTicket: false }].flatMap((abilities) =>
    failures.flatMap((raw) => chooseActions(diagnose(raw), abilities)),
  );
  expect(new Set(offered)).toEqual(new Set(Object.keys(en.words.actions)));
});

describe("for every code and audience", () => {
  const diagnoses = tencentCatalog.rows.map(({ code }) => diagnose({ ret: code }));

  test("a button stands once, and closing is last", () => {
    for (const abilities of [all, developer])
      for (const diagnosis of diagnoses) {
        const kinds = chooseActions(diagnosis, abilities);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(kinds.at(-1)).toBe("dismiss");
      }
  });

  test("a sign-in comes first where the table says so, and only there", () => {
    const offered = diagnoses
      .filter((diagnosis) => chooseActions(diagnosis, all)[0] === "reauthorize")
      .map(({ row }) => row?.code);
    const wanted = tencentCatalog.rows.filter(
      ({ remedies }) => remedies.includes("reauthorize") || remedies.includes("switchAccount"),
    );
    expect(offered).toEqual(wanted.map(({ code }) => code));
  });

  test("a button that can do nothing is left out", () => {
    const none: Abilities = {
      ...all,
      reauthorize: false,
      retry: false,
      openTicket: false,
      readDocs: false,
      dismiss: false,
    };
    for (const diagnosis of diagnoses)
      expect(chooseActions(diagnosis, none).filter((kind) => kind !== "copyReport")).toEqual([]);
  });
});

test("an app's own reference is offered for every code, at the code's anchor, to developers only", () => {
  for (const { code } of tencentCatalog.rows) {
    const diagnosis = diagnose({ ret: code });
    expect(docsUrl(diagnosis, "/codes")).toBe(`/codes#code-${code}`);
    expect(docsUrl(diagnosis, "/codes/en/{code}.html")).toBe(`/codes/en/${code}.html`);
    expect(chooseActions(diagnosis, developer)).toContain("readDocs");
    expect(chooseActions(diagnosis, all)).not.toContain("readDocs");
  }
  expect(docsUrl(diagnose({ ret: -999 }), "/codes")).toBeUndefined();
});

test("T22: the only page that is linked without a reference explains return addresses, by https", () => {
  const pages = tencentCatalog.rows
    .map(({ code }) => [code, docsUrl(diagnose({ ret: code }))] as const)
    .filter(([, page]) => page !== undefined);
  expect(pages.map(([code]) => code)).toEqual([100010]);
  expect(pages.every(([, page]) => new URL(page ?? "").origin === "https://wiki.connect.qq.com")).toBe(true);
});
