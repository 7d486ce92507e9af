import { expect, test, vi } from "vitest";
import { plainText } from "../../src/core/plainText.js";

// prettier-ignore
test.each([
  ["a skin tone", "👍🏽"], ["a flag", "🇨🇳"], ["an accent", "e\u0301"], ["a syllable of Hangul", "\u1100\u1161\u11a8"],
])("does not cut through %s", (_what, sign) => {
  for (const room of [1, 2, 3]) {
    const shown = plainText("x".repeat(300 - room) + sign.repeat(4));
    expect(Array.from(shown).length).toBeLessThanOrEqual(300);
    expect(sign.repeat(4).startsWith(shown.replace(/^x+/, ""))).toBe(true);
    expect(shown.replace(/^x+/, "").length % sign.length).toBe(0);
  }
});

test.each([
  ["Arabic letter mark", "\u061c"],
  ["soft hyphen", "\xad"],
  ["word joiner", "\u2060"],
  ["a tag that carries text unseen", "\u{e0041}"],
  ["right-to-left override", "\u202e"],
  ["half a character", "\ud83d"],
])("takes out %s", (_what, hidden) => {
  expect(plainText(`a${hidden}b`)).toBe("ab");
});

test("cuts at letters where the platform knows no signs", () => {
  vi.stubGlobal("Intl", {});
  expect(plainText(`${"x".repeat(299)}e\u0301e\u0301`).length).toBeLessThanOrEqual(300);
  vi.unstubAllGlobals();
});
