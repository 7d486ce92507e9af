import { describe, expect, test } from "vitest";
import { defineCatalog } from "../../src/diagnose/defineCatalog.js";
import type { Pack } from "../../src/model/Catalog.js";
import en from "../../src/locales/en.js";
import { runWith } from "./fakeIo.js";

const row = {
  code: 40163,
  reason: "CODE_USED",
  category: "reauth",
  fixer: "user",
  retry: "auth",
  documented: [],
  remedies: ["reauthorize"],
} as const;
const busy = {
  ...row,
  code: -1,
  reason: "BUSY",
  category: "platform",
  retry: "backoff",
  remedies: ["waitAndRetry"],
} as const;
const sound: Pack = {
  name: "wechat",
  rows: [row, busy],
  words: {
    en: async () => ({
      default: {
        user: { CODE_USED: { title: "This link was used already" } },
        developer: { CODE_USED: { description: "A code is good for one use." }, BUSY: { description: "It is busy." } },
      },
    }),
  },
};

describe("explain --pack", () => {
  test("explains a code of the pack in its words, and the table's as before", async () => {
    const files = { "wechat.js": defineCatalog(sound) };
    const used = await runWith(["explain", "40163", "--pack", "wechat.js"], files);
    expect([used.code, used.err]).toEqual([0, ""]);
    expect(used.out).toContain("A code is good for one use.");
    expect(used.out).toContain('40163 CODE_USED (in the pack "wechat")');
    const own = await runWith(["explain", "-1", "--pack", "wechat.js"], files);
    expect(own.out).toContain("It is busy.");
    const table = await runWith(["explain", "100016", "--pack", "wechat.js"], files);
    expect(table.out).toBe((await runWith(["explain", "100016"])).out);
  });

  test("explains an answer of its service, and a code that is a word", async () => {
    const files = {
      "cloud.json": JSON.stringify({ name: "cloud", dialects: ["cloud3"], rows: [{ ...busy, code: "InternalError" }] }),
    };
    for (const input of ["InternalError", '{"Response":{"Error":{"Code":"InternalError","Message":"x"}}}']) {
      const { out, err } = await runWith(["explain", input, "--pack", "cloud.json"], files);
      expect([err, out]).toEqual(["", expect.stringContaining('InternalError BUSY (in the pack "cloud")')]);
      expect(out).toContain(en.developer.categories.platform.title);
    }
  });

  test("a file without a pack", async () => {
    const { code, err } = await runWith(["explain", "1", "--pack", "en.js"], { "en.js": en });
    expect([code, err]).toEqual([2, expect.stringContaining("en.js has no pack")]);
  });
});

describe("check of a pack", () => {
  test("a sound one has nothing to correct", async () => {
    const { code, out } = await runWith(["check", "wechat.js"], { "wechat.js": defineCatalog(sound) });
    expect([code, out]).toEqual([0, 'wechat.js: pack "wechat", 2 codes, words in en; nothing to correct']);
  });

  test.each<[fault: string, fields: Partial<Pack>]>([
    ["unclaimed: own", { name: "own" }],
    ["unknown dialect: tencent-ads", { dialects: ["tencent-ads"] }],
    ["broad: own.code", { dialects: [{ name: "own", codeKey: "code" }] }],
    ["same reason: CODE_USED", { rows: [row, { ...row, code: 40029 }, busy] }],
    ["no way back: CODE_USED", { rows: [{ ...row, remedies: ["openTicket"] }, busy] }],
    ["no words: wechat", { rows: [{ ...row, remedies: ["signIn"] }, busy], words: {} }],
    ["untold: en.developer.BUSY", { words: { en: { developer: { CODE_USED: { description: "Used." } } } } }],
    ["no row: en.GONE", { words: { en: { user: { GONE: { title: "Gone" } } } } }],
    [
      "forbidden: words.en.user.BUSY.title",
      { words: { en: { user: { BUSY: { title: "The access_token is gone" } } } } },
    ],
    ["blank: en.user.BUSY.title", { words: { en: { user: { BUSY: { title: " Busy" } } } } }],
  ])("says %s", async (fault, fields) => {
    const { code, out } = await runWith(["check", "--json", "own.js"], { "own.js": { ...sound, ...fields } });
    const { faults } = JSON.parse(out) as {
      readonly faults: readonly { readonly rule: string; readonly place: string }[];
    };
    expect([code, faults.map(({ rule, place }) => `${rule}: ${place}`)]).toEqual([1, [fault]]);
  });

  test("says what is refused", async () => {
    const { code, out } = await runWith(["check", "own.js"], { "own.js": { ...sound, rows: [row, row] } });
    expect([code, out]).toEqual([1, expect.stringContaining("has the code 40163 twice")]);
  });
});
