import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { designTokens } from "../../scripts/designTokens.mjs";

const css = readFileSync("src/styles/tokens.css", "utf8");
const tokens = designTokens(css);
const schemes = ["light", "dark"] as const;

test("tokens.json has every role of the sheet, and its own value for each pair by night", () => {
  const names = new Set([...css.matchAll(/--te-([a-z-]+):/g)].map(([, name]) => name));
  names.delete("day");
  names.delete("dim");
  expect(Object.keys(tokens.light).sort()).toEqual([...names].sort());
  expect(Object.keys(tokens.dark)).toHaveLength(css.match(/var\(--te-(dim|color)/g)?.length ?? 0);
});

test("each token has a type of the format, and aliases lead to a token of their own set", () => {
  for (const scheme of schemes)
    for (const { $type, $value } of Object.values(tokens[scheme])) {
      expect($type).toMatch(/^(color|dimension|duration|number|shadow|fontFamily)$/);
      if (typeof $value === "string") expect(tokens[scheme]).toHaveProperty([$value.replace(/^\{\w+\.|\}$/g, "")]);
    }
});

// WCAG 2.2, 1.4.3 and 1.4.11: text 4.5 to 1, parts of controls and icons 3 to 1
const tones = ["danger", "warning", "info"] as const;
// prettier-ignore
const pairs: readonly (readonly [front: string, back: string, least: number])[] = [
  ["fg", "bg", 4.5], ["muted", "bg", 4.5], ["on-primary", "primary", 4.5], ["control-border", "bg", 3], ["focus", "bg", 3], ["success", "bg", 4.5],
  ...tones.flatMap((tone) => [["fg", `${tone}-bg`, 4.5], ["muted", `${tone}-bg`, 4.5], [tone, `${tone}-bg`, 4.5], ["focus", `${tone}-bg`, 3],
    ["control-border", `${tone}-bg`, 3], ["primary", `${tone}-bg`, 3]] as const),
];

describe.each(schemes)("%s", (scheme) => {
  test.each(pairs)("%s on %s has a contrast of at least %s", { tags: ["WCAG-1.4.3"] }, (front, back, least) => {
    expect(contrast(luminance(scheme, front), luminance(scheme, back))).toBeGreaterThanOrEqual(least);
  });
});

test("a pair that is too faint is found", () => {
  expect(contrast(luminance("light", "border"), luminance("light", "bg"))).toBeLessThan(3);
});

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(scheme: (typeof schemes)[number], name: string): number {
  const value = tokens[scheme][`color-${name}`]?.$value;
  if (typeof value === "string") return luminance(scheme, value.replace(/^\{\w+\.color-|\}$/g, ""));
  if (typeof value !== "object" || !("components" in value)) throw new Error(`No colour: ${name}`);
  const [red = 0, green = 0, blue = 0] = value.components.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
