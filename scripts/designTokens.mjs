// tokens.css as design tokens: https://www.designtokens.org/tr/2025.10/format/. The sheet is the source, this only reads it.

const pair = /^var\(--te-day, (.*)\) var\(--te-dim, (.*)\)$/;
const alias = /^var\(--te-([a-z-]+)\)$/;

/**
 * Two sets, as tools read them: all tokens of the light scheme, and those that differ in the dark one.
 * @param {string} css
 */
export function designTokens(css) {
  const tokens = [...css.matchAll(/^ {2}--te-([a-z-]+): (.+);$/gm)]
    .filter(([, name]) => name !== "day" && name !== "dim")
    .map(([, name = "", value = ""]) => /** @type {const} */ ([name, value]));
  // densities repeat a name: the first is the default
  const first = new Map(tokens.toReversed());
  const names = [...new Set(tokens.map(([name]) => name))];
  const valueIn = (/** @type {number} */ scheme) => (/** @type {string} */ name) => {
    const value = first.get(name) ?? "";
    return pair.exec(value)?.[scheme] ?? value;
  };
  const isPaired = (/** @type {string} */ name) =>
    pair.test(first.get(name) ?? "") || /^var\(--te-color-/.test(first.get(name) ?? "");
  return {
    $description: "The roles that tencent-error-kit's parts play. Each is the CSS variable --te-<name>.",
    light: group("light", names, valueIn(1)),
    dark: group("dark", names.filter(isPaired), valueIn(2)),
  };
}

/**
 * @param {string} set
 * @param {readonly string[]} names
 * @param {(name: string) => string} valueOf
 */
function group(set, names, valueOf) {
  return Object.fromEntries(names.map((name) => [name, token(set, valueOf(name))]));
}

/**
 * @param {string} set
 * @param {string} value
 */
function token(set, value) {
  const same = alias.exec(value);
  if (same) return { $type: same[1]?.startsWith("motion") ? "duration" : "color", $value: `{${set}.${same[1]}}` };
  if (/^(#|rgb)/.test(value)) return { $type: "color", $value: color(value) };
  if (/^[\d.]+(px|em|rem)$/.test(value)) return { $type: "dimension", $value: measure(value) };
  if (/^[\d.]+m?s$/.test(value)) return { $type: "duration", $value: measure(value) };
  if (/^[\d.]+$/.test(value)) return { $type: "number", $value: Number(value) };
  if (value.includes("rgb(")) return { $type: "shadow", $value: shadow(value) };
  return { $type: "fontFamily", $value: value.split(", ") };
}

/** @param {string} value */
function measure(value) {
  return { value: Number.parseFloat(value), unit: value.replace(/^[\d.]+/, "") };
}

/** @param {string} value `#fff`, `#1c2024` or `rgb(16 20 24 / 45%)` */
function color(value) {
  const hex = value.startsWith("#") ? value.slice(1).replace(/^(.)(.)(.)$/, "$1$1$2$2$3$3") : undefined;
  const [red = 0, green = 0, blue = 0, percent = 100] =
    hex === undefined
      ? [...value.matchAll(/[\d.]+/g)].map(Number)
      : [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const components = [red, green, blue].map((each) => Math.round((each / 255) * 1e4) / 1e4);
  return { colorSpace: "srgb", components, alpha: percent / 100, ...(hex === undefined ? {} : { hex: `#${hex}` }) };
}

/** @param {string} value `0 12px 40px rgb(…)` */
function shadow(value) {
  const [x = "", y = "", blur = ""] = value.split(" ");
  const length = (/** @type {string} */ text) => (text === "0" ? { value: 0, unit: "px" } : measure(text));
  return {
    color: color(value.slice(value.indexOf("rgb("))),
    offsetX: length(x),
    offsetY: length(y),
    blur: length(blur),
    spread: { value: 0, unit: "px" },
  };
}
