import type { Locale } from "../../src/model/Locale.js";
import { glossaryRule, jargonOf } from "./glossary.js";
import { mannerRule } from "./manners.js";

/** What users never read, in any language. */
// prettier-ignore
const forbidden: readonly RegExp[] = [
  /app ?id/i, /app ?key/i, /open ?id/i, /open ?key/i, /union ?id/i, /token/i, /tmem/i, /nonce/i, /timestamp/i,
  /client_(id|secret)/i, /redirect_uri/i, /\b[a-z]+_[a-z_]+\b/, /\bAPIs?\b/i, /\bIP\b/, /\bHTTPS?\b/i, /\bPOST\b/, /\bOAuth\b/i,
  /\bsignature/i, /\bparameter/i, /\bcredential/i, /\bcallback/i, /\bticket/i, /\bauthori[sz]/i, /\bscope\b/i,
];

/** "Password" in the languages of the kit. */
const password =
  /password|密[码碼]|パスワード|비밀번호|passwor[dt]|mot de passe|contraseña|senha|парол|sandi|mật khẩu|รหัสผ่าน|كلمة (ال)?(مرور|سر)/i;

const pluralNames = new Set(["zero", "one", "two", "few", "many", "other"]);

/** What is wrong with a language, as `rule: place`. Empty when nothing is. English says which keys and placeholders there are. */
export function brokenRules(file: string, locale: Locale, english: Locale, tableCodes: readonly number[]): string[] {
  const texts = leaves({ words: locale.words, developer: locale.developer });
  const keys = keyRule(locale, english);
  const jargon = [...forbidden, ...jargonOf(locale.tag)];
  return [
    ...(locale.tag === file ? [] : [`tag: ${locale.tag}`]),
    ...keys,
    ...pluralRule(locale.tag, locale),
    ...placeholderRule(locale, english),
    ...texts.flatMap(([place, text]) => textRule(place, text)),
    ...texts.filter(([place]) => place.startsWith("words.")).flatMap(([place, text]) => userRule(place, text, jargon)),
    ...codeRule(locale.developer.codes, tableCodes),
    ...[locale.words.codes[-73], locale.developer.codes[-73]].flatMap((text, n) =>
      password.test(text ?? "") ? [] : [`password: ${n === 0 ? "user" : "developer"}`],
    ),
    ...(keys.length === 0 ? glossaryRule(locale) : []),
    ...mannerRule(locale.tag, texts, leaves({ words: english.words, developer: english.developer })),
  ];
}

function keyRule(locale: Locale, english: Locale): string[] {
  const own = new Set(places(locale));
  const wanted = new Set(places(english));
  return [
    ...[...wanted].filter((place) => !own.has(place)).map((place) => `missing: ${place}`),
    ...[...own].filter((place) => !wanted.has(place)).map((place) => `extra: ${place}`),
  ];
}

function pluralRule(tag: string, node: unknown, path = ""): string[] {
  if (!isPlural(node)) return entries(node).flatMap(([key, child]) => pluralRule(tag, child, join(path, key)));
  const own = Object.keys(node).sort().join(" ");
  const wanted = [...new Intl.PluralRules(tag).resolvedOptions().pluralCategories].sort().join(" ");
  return own === wanted ? [] : [`plural: ${path}`];
}

function placeholderRule(locale: Locale, english: Locale): string[] {
  const wanted = placeholders(english);
  return [...placeholders(locale)]
    .filter(([place, names]) => wanted.get(place) !== names)
    .map(([place]) => `placeholder: ${place}`);
}

function textRule(place: string, text: string): string[] {
  if (text.trim() === "" || text !== text.trim()) return [`blank: ${place}`];
  if (/[<>]|&#?\w+;/.test(text)) return [`html: ${place}`];
  return /[{}]/.test(text.replaceAll(/\{[a-z]+\}/gi, "")) ? [`brace: ${place}`] : [];
}

function userRule(place: string, text: string, jargon: readonly RegExp[]): string[] {
  const spoken = text.replaceAll(/\{[a-z]+\}/gi, "");
  return [
    ...(jargon.some((word) => word.test(spoken)) ? [`forbidden: ${place}`] : []),
    ...(/[!！¡]/.test(spoken) ? [`exclamation: ${place}`] : []),
  ];
}

function codeRule(codes: Readonly<Record<number, string>>, tableCodes: readonly number[]): string[] {
  const seen = new Set<string>();
  return tableCodes.flatMap((code) => {
    const text = codes[code];
    if (text === undefined) return [`code: ${code}`];
    if (seen.has(text)) return [`same description: ${code}`];
    seen.add(text);
    return [];
  });
}

/** The names of the placeholders at each place; those of all plural forms together. */
function placeholders(locale: Locale): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const [place, text] of leaves(locale)) {
    const at = place.replace(/\(\w+\)$/, "");
    const names = found.get(at) ?? new Set();
    for (const [name] of text.matchAll(/\{\w+\}/g)) names.add(name);
    found.set(at, names);
  }
  return new Map([...found].map(([place, names]) => [place, [...names].sort().join(" ")]));
}

/** Every key of a language as a path with its kind, plural forms as one. */
function places(node: unknown, path = ""): string[] {
  if (isPlural(node)) return [`${path} plural`];
  const inside = entries(node);
  return inside.length === 0
    ? [`${path} ${typeof node}`]
    : inside.flatMap(([key, child]) => places(child, join(path, key)));
}

/** Every sentence with its path; a plural form as `path(form)`. */
function leaves(node: unknown, path = ""): (readonly [place: string, text: string])[] {
  if (typeof node === "string") return [[path, node]];
  const isForms = isPlural(node);
  return entries(node).flatMap(([key, child]) => leaves(child, isForms ? `${path}(${key})` : join(path, key)));
}

function isPlural(node: unknown): node is Readonly<Record<string, string>> {
  return entries(node).some(([key]) => key === "other") && entries(node).every(([key]) => pluralNames.has(key));
}

function entries(node: unknown): [string, unknown][] {
  return typeof node === "object" && node !== null ? Object.entries(node) : [];
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
