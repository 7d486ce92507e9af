import { defineCatalog } from "../diagnose/defineCatalog.js";
import type { Catalog, Pack } from "../model/Catalog.js";
import { sanitizeText } from "../privacy/sanitizeText.js";
import { languages } from "./languages.js";
import type { Flags, CommandIo, Report } from "./CommandIo.js";
import { flatten, localeFaults } from "./localeFaults.js";
import { packFaults } from "./packFaults.js";
import { isPack, readModule, wholePack } from "./readPack.js";

/** What each rule asks for. */
const asked: Readonly<Record<string, string>> = {
  tag: "a language tag in its canonical spelling, such as pl or zh-TW",
  dir: 'the direction of the script, "ltr" or "rtl"',
  missing: "keys that English has",
  extra: "only keys that English has",
  plural: "the plural forms of the language, no more and no fewer",
  placeholder: "the same {placeholders} as in English",
  blank: "text, with no blank around it",
  html: "plain text, no markup",
  brace: "braces only around a placeholder's name",
  forbidden: "words that people without the platform's jargon understand",
  "same description": "a description of its own for each code",
  untranslated: "a translation, not the English sentence",
  refused: "what defineCatalog takes",
  unclaimed: "dialects, hosts or paths: without them only catalogOf finds its calls",
  "no row": "words for reasons that the pack has rows for",
  untold: "words for each of its reasons, once it has words for developers",
  "unknown dialect": "a dialect of the kit's, or keys of its own",
  broad: "a companionKey, hosts or paths: other services' answers have that key too",
  "same reason": "a reason of its own for each row",
  "no way back": "the remedy reauthorize or signIn, so that people can sign in again",
  "no words": "words by reason; without them people read what is said of the whole category",
};

/** Says what is wrong with a language of an app's own, or what a pack lacks. */
export async function check([path]: readonly string[], _flags: Flags, io: CommandIo): Promise<Report> {
  if (path === undefined) throw new TypeError("check needs a locale file or a pack.");
  const locale = await read(path, io);
  if (isPack(locale)) return checkPack(path, locale);
  const { en: english } = languages;
  if (english === undefined) throw new TypeError("English is missing.");
  const faults = localeFaults(locale, english).map(parted);
  const isForAll = Reflect.get(Object(locale) as object, "developer") !== undefined;
  const audiences = isForAll ? "users and developers" : "users only: it has no words for developers";
  const count = flatten(locale).length;
  const verdict = faults.length === 0 ? "nothing to correct" : `${faults.length} to correct`;
  const head = `${path}: ${count} texts, for ${audiences}; ${verdict}`;
  return {
    text: [head, ...grouped(faults)].join("\n"),
    json: { file: path, audiences: isForAll ? ["user", "developer"] : ["user"], texts: count, faults },
    hasFindings: faults.length > 0,
  };
}

async function checkPack(path: string, found: Pack | Catalog): Promise<Report> {
  const pack = await wholePack(found);
  const { name, rows, words = {} } = pack;
  const faults = faultsOf(pack).map(parted);
  const tags = Object.keys(words);
  const verdict = faults.length === 0 ? "nothing to correct" : `${faults.length} to correct`;
  const head = `${path}: pack "${name}", ${rows.length} codes, words in ${tags.join(", ") || "no language"}; ${verdict}`;
  return {
    text: [head, ...grouped(faults)].join("\n"),
    json: { file: path, pack: name, codes: rows.length, languages: tags, faults },
    hasFindings: faults.length > 0,
  };
}

function faultsOf(pack: Pack): string[] {
  try {
    defineCatalog(pack);
    return packFaults(pack);
  } catch (error) {
    return [`refused: ${String(error).replace(/^.*\[tencent-error-kit\] /, "")}`];
  }
}

interface Fault {
  readonly rule: string;
  readonly place: string;
}

function parted(fault: string): Fault {
  const at = fault.indexOf(": ");
  return { rule: fault.slice(0, at), place: sanitizeText(fault.slice(at + 2)) };
}

function grouped(faults: readonly Fault[]): string[] {
  const rules = [...new Set(faults.map(({ rule }) => rule))];
  return rules.flatMap((rule) => [
    "",
    `${rule} (wanted: ${asked[rule] ?? rule})`,
    ...faults.filter((fault) => fault.rule === rule).map(({ place }) => `  ${place}`),
  ]);
}

async function read(path: string, io: CommandIo): Promise<unknown> {
  const locale = await readModule(path, {
    ...io,
    load: (file) =>
      io.load(file).catch((error: unknown) => {
        throw new TypeError(`${file} can't be loaded${hintFor(file, error)}`);
      }),
  });
  if (path.endsWith(".json") || (typeof locale === "object" && locale !== null)) return locale;
  throw new TypeError(`${path} has no language as its default export, and no pack.`);
}

function hintFor(path: string, error: unknown): string {
  if (path.endsWith("ts"))
    return ": this Node does not load TypeScript. Compile it first, or use Node 22.18 or newer with type imports only.";
  return `: ${error instanceof Error ? sanitizeText(error.message) : "it throws"}`;
}
