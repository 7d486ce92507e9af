import { attempt } from "../base/safely.js";
import type { Locale } from "../i18n/Locale.js";

/** What users never read, in any language. */
// prettier-ignore
const forbidden: readonly RegExp[] = [
  /app ?id/i, /app ?key/i, /open ?id/i, /open ?key/i, /union ?id/i, /token/i, /tmem/i, /nonce/i, /timestamp/i,
  /client_(id|secret)/i, /redirect_uri/i, /\b[a-z]+_[a-z_]+\b/, /\bAPIs?\b/i, /\bIP\b/, /\bHTTPS?\b/i, /\bPOST\b/, /\bOAuth\b/i,
  /\bsignature/i, /\bparameter/i, /\bcredential/i, /\bcallback/i, /\bticket/i, /\bauthori[sz]/i, /\bscope\b/i,
];

/**
 * What is wrong with a language, as `rule: place`, whatever it was written in. Empty when nothing is. English says which keys
 * and placeholders there are; a language that has no words for developers needs none. `jargon` is forbidden besides.
 */
export function localeFaults(locale: unknown, english: Locale, jargon: readonly RegExp[] = []): string[] {
  const own = Object(locale) as Partial<Record<keyof Locale, unknown>>;
  const { developer, ...words } = english;
  const wanted = own.developer === undefined ? words : { ...words, developer };
  const texts = flatten({ words: own.words, developer: own.developer });
  const tag = attempt(() => Intl.getCanonicalLocales(String(own.tag))[0]);
  return [
    ...(tag === own.tag ? [] : [`tag: ${String(own.tag)}`]),
    ...(own.dir === "ltr" || own.dir === "rtl" ? [] : [`dir: ${String(own.dir)}`]),
    ...keyRule(own, wanted),
    ...(tag === undefined ? [] : pluralRule(tag, own)),
    ...placeholderRule(own, wanted),
    ...texts.flatMap(([place, text]) => textRule(place, text)),
    ...texts.flatMap(([place, text]) => userRule(place, text, jargon)),
    ...sameRule(texts),
    ...untranslatedRule(String(own.tag), texts, english),
  ];
}

function keyRule(locale: object, english: object): string[] {
  const own = new Set(placesOf(locale));
  const wanted = new Set(placesOf(english));
  return [
    ...[...wanted].filter((place) => !own.has(place)).map((place) => `missing: ${place}`),
    ...[...own].filter((place) => !wanted.has(place)).map((place) => `extra: ${place}`),
  ];
}

function pluralRule(tag: string, node: unknown, path = ""): string[] {
  if (typeof node !== "object" || node === null) return [];
  if (!isPlural(node))
    return Object.entries(node).flatMap(([key, child]) => pluralRule(tag, child, path === "" ? key : `${path}.${key}`));
  const own = Object.keys(node).sort().join(" ");
  const wanted = [...new Intl.PluralRules(tag).resolvedOptions().pluralCategories].sort().join(" ");
  return own === wanted ? [] : [`plural: ${path}`];
}

function placeholderRule(locale: object, english: object): string[] {
  const wanted = placeholders(english);
  return [...placeholders(locale)]
    .filter(([place, names]) => wanted.get(place) !== names)
    .map(([place]) => `placeholder: ${place}`);
}

/** What no sentence may be: blank, markup, a brace. */
export function textRule(place: string, text: string): string[] {
  if (text.trim() === "" || text !== text.trim()) return [`blank: ${place}`];
  if (/[<>]|&#?\w+;/.test(text)) return [`html: ${place}`];
  return /[{}]/.test(text.replaceAll(/\{[a-z]+\}/gi, "")) ? [`brace: ${place}`] : [];
}

/** What users never read, below `words.` */
export function userRule(place: string, text: string, jargon: readonly RegExp[] = []): string[] {
  const spoken = text.replaceAll(/\{[a-z]+\}/gi, "");
  const isJargon = [...forbidden, ...jargon].some((word) => word.test(spoken));
  return place.startsWith("words.") && isJargon ? [`forbidden: ${place}`] : [];
}

/** Each code has a description of its own. */
function sameRule(texts: readonly Leaf[]): string[] {
  const codes = texts.filter(([place]) => place.startsWith("developer.codes."));
  const first = new Map([...codes].reverse().map(([place, text]) => [text, place]));
  return codes.filter(([place, text]) => first.get(text) !== place).map(([place]) => `same description: ${place}`);
}

/** Whole sentences that are still in English. */
function untranslatedRule(tag: string, texts: readonly Leaf[], { words, developer }: Locale): string[] {
  if (/^en\b/.test(tag)) return [];
  const foreign = new Map(flatten({ words, developer }));
  return texts
    .filter(([place, text]) => foreign.get(place) === text && / .+ /.test(text))
    .map(([place]) => `untranslated: ${place}`);
}

/** The names of the placeholders at each place; those of all plural forms together. */
function placeholders(locale: object): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const [place, text] of flatten(locale)) {
    const at = place.replace(/\(\w+\)$/, "");
    const names = found.get(at) ?? new Set();
    for (const [name] of text.matchAll(/\{\w+\}/g)) names.add(name);
    found.set(at, names);
  }
  return new Map([...found].map(([place, names]) => [place, [...names].sort().join(" ")]));
}

/** A sentence and where it stands, a plural form as `path(form)`. */
type Leaf = readonly [place: string, text: string];

const pluralNames = new Set(["zero", "one", "two", "few", "many", "other"]);

/** Every sentence of a language, or of a part of it, with its path. */
export function flatten(node: unknown, path = ""): readonly Leaf[] {
  if (typeof node === "string") return [[path, node]];
  const isForms = isPlural(node);
  return inside(node).flatMap(([key, child]) => flatten(child, isForms ? `${path}(${key})` : join(path, key)));
}

/** Every key of a language as a path with its kind, plural forms as one. */
function placesOf(node: unknown, path = ""): readonly string[] {
  if (isPlural(node)) return [`${path} plural`];
  const nodes = inside(node);
  return nodes.length === 0
    ? [`${path} ${typeof node}`]
    : nodes.flatMap(([key, child]) => placesOf(child, join(path, key)));
}

/** Whether these are the forms of one sentence. */
function isPlural(node: unknown): node is Readonly<Record<string, unknown>> {
  const keys = inside(node).map(([key]) => key);
  return keys.includes("other") && keys.every((key) => pluralNames.has(key));
}

function inside(node: unknown): [string, unknown][] {
  return typeof node === "object" && node !== null ? Object.entries(node) : [];
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
