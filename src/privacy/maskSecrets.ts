import { attempt } from "../base/safely.js";
import { isHarmless, mask } from "./isHarmless.js";
import { lookSpans } from "./lookSpans.js";
import { namedSpans } from "./namedSpans.js";

/** Text with its secrets masked: what secret names are given, and what is secret by its look, in every encoding. Linear. */
export function maskSecrets(text: string, isId = false): string {
  if (isHarmless(text)) return text;
  const spans = layersOf(text).flatMap((layer) => {
    const isRead = (start: number, end: number): boolean => isUnchanged(layer, start, end);
    const found = [...namedSpans(layer.text, mask, isRead), ...lookSpans(layer.text, isId)];
    return found.map(([start, end]) => placeOf(layer, start, end));
  });
  spans.sort(([a], [b]) => a - b);
  let masked = "";
  let done = 0;
  for (const [start, end] of spans) {
    if (start > done || done === 0) masked += text.slice(done, start) + mask;
    done = Math.max(done, end);
  }
  return masked + text.slice(done);
}

/** A text as it reads when some of its encodings are undone. */
interface Layer {
  readonly text: string;
  /** Where in the text that came each of its letters begins, and where the last one ends. Undefined: at the same place. */
  readonly places: readonly number[] | undefined;
  /** The same in the layer before. Undefined: there is none that was read. */
  readonly before?: readonly number[] | undefined;
}

const maxLayers = 24;

/** Full-width letters and digits, small forms, raised and circled ones, bold ones, and the blanks and dashes of print. */
const wide =
  /[\u00a0\u00b2\u00b3\u00b9\u2000-\u200a\u2010-\u2015\u2024\u202f\u2070-\u209c\u2212\u2460-\u249b\u3000\ufe50-\ufe6b\uff01-\uff5e]|[\u{1d400}-\u{1d7ff}]/gu;
/** One letter as addresses, JSON and HTML encode it. */
const encodings: readonly RegExp[] = [
  /%(?:[0-7][\da-f]|[cd][\da-f]%[89ab][\da-f]|e[\da-f](?:%[89ab][\da-f]){2}|f[0-7](?:%[89ab][\da-f]){3})/gi,
  /\\(?:u[\da-f]{4}|x[\da-f]{2}|["'`\\/nrt])/gi,
  /&(?:#\d{2,5}|#x[\da-f]{1,5}|quot|amp|apos|lt|gt|nbsp);/gi,
];
/** More encodings over each other than layers undo. */
const repeated = /%(?:25)+(?=[\da-f]{2})|\\{2,}/gi;

/**
 * The text as it came, then with one encoding after another undone, each by itself. What ends a value is encoded as often and
 * in the same way as its name, so that each layer can be read alone.
 */
function layersOf(text: string): readonly Layer[] {
  const layers = [withoutBefore(rewrite({ text, places: undefined }, wide, fold))];
  const seen = new Set([layers[0]?.text]);
  for (const layer of layers)
    for (const encoding of encodings) {
      const next = rewrite(layer, encoding, decode);
      if (seen.has(next.text)) continue;
      if (layers.length >= maxLayers) return [...layers, flatten(next)];
      seen.add(next.text);
      layers.push(next);
    }
  return layers;
}

function flatten(layer: Layer): Layer {
  const once = rewrite(layer, repeated, (found) => found.charAt(0));
  return withoutBefore(encodings.reduce((flat, encoding) => rewrite(flat, encoding, decode), once));
}

function withoutBefore({ text, places }: Layer): Layer {
  return { text, places };
}

/** Whether a span, and the letter ahead of it, read alike in the layer before. */
function isUnchanged({ before }: Layer, start: number, end: number): boolean {
  const from = Math.max(0, start - 1);
  return before !== undefined && (before[end] ?? 0) - (before[from] ?? 0) === end - from;
}

/** A span of a layer, where it stands in the text that came. Never through a letter that stands for several. */
function placeOf({ places }: Layer, start: number, end: number): readonly [start: number, end: number] {
  if (places === undefined) return [start, end];
  let last = end;
  while (places[last] === places[end - 1] && last < places.length - 1) last += 1;
  return [places[start] ?? start, places[last] ?? end];
}

/** The same layer when there is nothing to undo. */
function rewrite(layer: Layer, pattern: RegExp, plain: (found: string) => string): Layer {
  const { text, places } = layer;
  if (text.search(pattern) < 0) return layer;
  const before: number[] = [];
  let [whole, done] = ["", 0];
  const keep = (end: number): void => {
    whole += text.slice(done, end);
    for (; done < end; done += 1) before.push(done);
  };
  for (const { 0: found, index } of text.matchAll(pattern)) {
    keep(index);
    const letters = plain(found);
    whole += letters;
    for (let count = letters.length; count > 0; count -= 1) before.push(index);
    done = index + found.length;
  }
  keep(text.length);
  before.push(text.length);
  return { text: whole, before, places: places === undefined ? before : before.map((index) => places[index] ?? index) };
}

function fold(letter: string): string {
  return /[\u2010-\u2015\u2212]/.test(letter) ? "-" : letter.normalize("NFKC");
}

const names: Readonly<Record<string, string>> = { quot: '"', amp: "&", apos: "'", lt: "<", gt: ">", nbsp: " " };
const blanks: Readonly<Record<string, string>> = { n: "\n", r: "\n", t: "\t" };

function decode(found: string): string {
  const rest = found.slice(1);
  if (found.startsWith("%")) return fold(attempt(() => decodeURIComponent(found)) ?? found);
  if (found.startsWith("&")) return names[rest.slice(0, -1).toLowerCase()] ?? fold(entity(rest.slice(1, -1)));
  return rest.length > 1 ? fold(String.fromCharCode(parseInt(rest.slice(1), 16))) : (blanks[rest] ?? rest);
}

function entity(digits: string): string {
  return String.fromCodePoint(/^x/i.test(digits) ? parseInt(digits.slice(1), 16) : Number(digits));
}
