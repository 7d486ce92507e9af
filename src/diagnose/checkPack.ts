import { attempt } from "../base/safely.js";
import type { Pack } from "../model/Catalog.js";

// prettier-ignore
const fields: Readonly<Record<keyof Pack, 1>> = { name: 1, rows: 1, dialects: 1, hosts: 1, paths: 1, words: 1 };

/** Holds a pack to what can be told apart and shown. @throws TypeError that names what is wrong, why it matters and the way out. */
export function checkPack(pack: Pack): void {
  const { name, rows, dialects = [], hosts = [], paths = [], words = {} } = pack;
  if (typeof name !== "string" || !/^[a-z][\w-]{0,39}$/i.test(name))
    refuse(pack, "has a name that marks nothing", "Give it a word such as wechat");
  const alien = Object.keys(pack).find((key) => !Object.hasOwn(fields, key));
  if (alien !== undefined)
    refuse(
      pack,
      `has the field "${alien}", which nothing reads`,
      `A pack has the fields ${Object.keys(fields).join(", ")}`,
    );
  for (const [field, list] of Object.entries({ rows, dialects, hosts, paths }))
    if (!Array.isArray(list))
      refuse(pack, `has no list of ${field}, so nothing could be told by them`, "Give a list, or leave it out");
  const codes = new Set<unknown>();
  for (const row of rows) {
    if (!isObject(row))
      refuse(pack, `has ${shown(row)} in place of a row`, "A row is an object with code, reason and remedies");
    const { code } = row;
    if (codes.has(code))
      refuse(
        pack,
        `has the code ${shown(code)} twice, and an answer can only mean one of them`,
        "Leave one of the rows",
      );
    codes.add(code);
  }
  for (const dialect of dialects) if (!isWord(dialect)) checkDialect(pack, dialect);
  for (const host of hosts)
    if (!isHost(host))
      refuse(
        pack,
        `has the host ${shown(host)}, which is no host's name, so no call could be at it`,
        "Write it as in api.weixin.qq.com, without scheme, port, path and asterisk: those below it are its own too",
      );
  for (const path of paths)
    if (typeof path !== "string" || !/^\/[^\s?#]*$/.test(path))
      refuse(
        pack,
        `has the path ${shown(path)}, which no call could be at`,
        "Begin it with a slash, without query: /api/wechat",
      );
  if (!isObject(words))
    refuse(pack, "has words that are no object, so none could be found", "Write { en: { user: {} } }");
  for (const [tag, language] of Object.entries(words))
    if (typeof language !== "function") checkWords(pack, tag, language);
}

function checkDialect(pack: Pack, dialect: unknown): void {
  const { name, codeKey, ...more } = isObject(dialect) ? dialect : {};
  if (!isWord(name) || !isWord(codeKey))
    refuse(
      pack,
      "has a dialect without name or codeKey, so no answer could be read by it",
      'Give the keys of its answers: { name: "ads", codeKey: "code" }',
    );
  for (const [key, value] of Object.entries(more))
    if (!/^(?:companion|message|subcode)Key$/.test(key) || typeof value !== "string")
      refuse(
        pack,
        `has the field "${key}" in the dialect "${name}", which nothing reads`,
        "A dialect has the texts name, codeKey, companionKey, messageKey and subcodeKey",
      );
}

/** Holds one language of a pack to what a sentence can hold. @throws TypeError */
function checkWords(pack: Pick<Pack, "name">, tag: string, language: unknown): void {
  if (attempt(() => Intl.getCanonicalLocales(tag)[0]) !== tag)
    refuse(
      pack,
      `has words for "${tag}", which is no language tag, so no page would ask for them`,
      "Write it as in zh-CN",
    );
  if (!isObject(language))
    refuse(pack, `has ${shown(language)} as its words in ${tag}`, "Give an object, or a function that fetches one");
  for (const [audience, reasons] of entriesOf(language)) {
    if (audience !== "user" && audience !== "developer")
      refuse(pack, `has words for "${audience}" in ${tag}, which no notice is for`, "Words are for user and developer");
    for (const [reason, texts] of entriesOf(reasons))
      for (const [part, text] of entriesOf(texts)) checkText(pack, `${tag}.${audience}.${reason}.${part}`, text);
  }
}

function checkText(pack: Pick<Pack, "name">, place: string, text: unknown): void {
  const what = `has words at ${place} that a notice can't hold`;
  if (!/\.(?:title|description)$/.test(place)) refuse(pack, what, "A reason has title and description");
  if (typeof text !== "string" || text.trim() === "" || text.length > 1000)
    refuse(pack, what, "Write a text of at most 1000 letters");
  if (/[{}]/.test(text.replaceAll("{provider}", "")))
    refuse(pack, what, "The only value to be filled in is {provider}");
  if (/<\w|&#?\w+;/.test(text)) refuse(pack, what, "Write plain text: markup would be shown as it is");
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isHost(host: unknown): boolean {
  if (typeof host !== "string" || !/^[\w-]+(?:\.[\w-]+)*$/.test(host)) return false;
  return attempt(() => new URL(`https://${host}`).host) === host.toLowerCase();
}

/** A value in a sentence. */
function shown(value: unknown): string {
  if (typeof value === "string") return `"${value}"`;
  return /^(?:object|function|symbol)$/.test(typeof value) && value !== null ? `a ${typeof value}` : String(value);
}

function refuse({ name }: Pick<Pack, "name">, what: string, way: string): never {
  throw new TypeError(`[tencent-error-kit] The pack ${shown(name)} ${what}. ${way}.`);
}
