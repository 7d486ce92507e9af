import type { FetchedWords, LaterWords, UserLocale } from "../i18n/Locale.js";

/**
 * English as a pseudo-language, to find layout faults before a translation does: `en-XA` is accented and a third
 * longer, and its brackets show where a text is cut off; `ar-XB` runs from right to left. Placeholders stay as they are.
 * @example
 * ```ts
 * import en from "tencent-error-kit/locales/en";
 * import { pseudoLocale } from "tencent-error-kit/testing";
 *
 * export const longer = pseudoLocale(en, "en-XA");
 * export const mirrored = pseudoLocale(en, "ar-XB");
 * ```
 */
export function pseudoLocale<Language extends UserLocale>(english: Language, tag: "en-XA" | "ar-XB"): Language {
  const say = tag === "en-XA" ? accented : mirrored;
  const { later, ...said } = english;
  const dir = tag === "ar-XB" ? "rtl" : "ltr";
  return {
    ...inOtherWords(said as Language, say),
    ...(later && { later: laterIn(later, say) }),
    tag,
    dir,
    reviewed: false,
  };
}

function laterIn(later: FetchedWords, say: (text: string) => string): FetchedWords {
  const known = new WeakMap<LaterWords, LaterWords>();
  const sayAll = (words: LaterWords): LaterWords => {
    const found = known.get(words) ?? inOtherWords(words, say);
    known.set(words, found);
    return found;
  };
  return {
    now() {
      const words = later.now();
      return words && sayAll(words);
    },
    load: async () => sayAll(await later.load()),
    subscribe: later.subscribe,
  };
}

function inOtherWords<Node>(node: Node, say: (text: string) => string): Node {
  const text = JSON.stringify(node, (_key, value: unknown) => (typeof value === "string" ? say(value) : value));
  return JSON.parse(text) as Node;
}

const plain = "AEIOUYaeiouyCcDdGgHhJjKkLlNnRrSsTtWwZz";
const marked = "ÂÊÎÔÛÝâêîôûýÇçĐđĜĝĤĥĴĵĶķĻļÑñŔŕŠšŦŧŴŵŽž";
const place = /(\{\w+\})/;

function accented(text: string): string {
  const letters = (part: string): string =>
    part.replaceAll(/[a-z]/gi, (letter) => {
      const found = marked[plain.indexOf(letter)] ?? letter;
      return /[aeiou]/.test(letter) ? found + found : found;
    });
  return `[${outside(text, letters)}]`;
}

/** Overrides the direction of each word by itself, so that their order follows the page's direction; values keep their own. */
function mirrored(text: string): string {
  return outside(text, (part) => part.replaceAll(/\S+/g, "\u202e$&\u202c")).replaceAll(/\{\w+\}/g, "\u2068$&\u2069");
}

function outside(text: string, change: (part: string) => string): string {
  return text
    .split(place)
    .map((part) => (place.test(part) ? part : change(part)))
    .join("");
}
