import { expect, test, vi } from "vitest";
import { sanitizeText } from "../../src/privacy/sanitizeText.js";

// prettier-ignore
test.each([
  ["a skin tone", "👍🏽"], ["a flag", "🇨🇳"], ["an accent", "e\u0301"], ["a syllable of Hangul", "\u1100\u1161\u11a8"],
])("does not cut through %s", (_what, sign) => {
  for (const room of [1, 2, 3]) {
    const shown = sanitizeText("x".repeat(300 - room) + sign.repeat(4));
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
  ["a filler of Hangul, which is an invisible letter", "\u3164"],
  ["a half-width filler", "\uffa0"],
  ["a filler of Jamo", "\u115f"],
  ["a grapheme joiner", "\u034f"],
  ["a variation selector", "\ufe0f"],
  ["a selector that carries text unseen", "\u{e0100}"],
  ["a vowel of Khmer that is never drawn", "\u17b4"],
  ["a beam of musical notation", "\u{1d173}"],
])("takes out %s", (_what, hidden) => {
  expect(sanitizeText(`a${hidden}b`)).toBe("ab");
});

const acute = "\u0301";

test.each([
  ["Vietnamese", "e\u0302\u0301"],
  ["Hebrew with cantillation", "\u05e9\u05c1\u05b8\u0591"],
  ["Thai", "\u0e17\u0e35\u0e48"],
  ["Tibetan", "\u0f66\u0f92\u0fb2\u0f74\u0f56"],
  ["Japanese in parts", "\u304b\u3099"],
])("keeps the marks of %s", (_language, text) => {
  expect(sanitizeText(text)).toBe(text);
});

test.each([
  ["accents", acute.repeat(40)],
  ["marks around the letter", "\u20dd".repeat(40)],
  ["marks of several kinds", "\u0300\u0489\u0323\u1ab0".repeat(10)],
  ["marks with something unseen between them", `${acute}\u200d`.repeat(40)],
  ["tone marks of Chinese", "\u302a".repeat(40)],
  ["voiced marks of Japanese", "\u3099".repeat(40)],
])("keeps four of a stack of %s", (_what, marks) => {
  const shown = sanitizeText(`a${marks}b${marks}`);
  expect(shown).toMatch(/^a\p{M}{4}b\p{M}{4}$/u);
  expect(sanitizeText(shown)).toBe(shown);
});

test("cuts at letters where the platform knows no signs", () => {
  vi.stubGlobal("Intl", {});
  expect(sanitizeText(`${"x".repeat(299)}e\u0301e\u0301`).length).toBeLessThanOrEqual(300);
  vi.unstubAllGlobals();
});
