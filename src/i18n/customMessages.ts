import { rethrowOwn } from "../base/devChecks.js";
import { attempt } from "../base/safely.js";
import { type DeveloperWords, type UserLocale, type UserWords, isWhole } from "./Locale.js";
import type { Plural } from "./Labels.js";

/** The ids of all sentences inside a part of the words, joined by dots. */
type IdsOf<Node> = {
  [Key in keyof Node & (string | number)]: NonNullable<Node[Key]> extends string | Plural
    ? `${Key}`
    : `${Key}.${IdsOf<NonNullable<Node[Key]>>}`;
}[keyof Node & (string | number)];

/** The name of one sentence: its path in a language, such as `categories.reauth.title` or `developer.codes.-73`. */
export type MessageId = IdsOf<UserWords> | `developer.${IdsOf<DeveloperWords>}`;

/** Sentences of the app's own, by their names. A sentence that counts may be one for all numbers or one for each plural form. */
export type Messages = Readonly<Partial<Record<MessageId, string | Plural>>>;

/**
 * Asks the app's own translations for a sentence. Undefined keeps the kit's words. Each `{name}` of the kit's sentence is a
 * parameter; where the value is put in later it stands for itself, `"{name}"`.
 */
export type Translate = (id: MessageId, params: Readonly<Record<string, string | number>>) => string | undefined;

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The language with the app's own sentences in place of the kit's. One that lost a placeholder is left out.
 * @throws TypeError in development, which names the sentence that can't be used.
 */
export function withMessages<Language extends UserLocale>(locale: Language, messages: Messages): Language {
  const left = new Map<string, unknown>(Object.entries(messages));
  const reworded = mapMessages(locale, (id, own) => {
    const word = left.get(id);
    left.delete(id);
    if (word === undefined) return undefined;
    if (isReplacement(own, word)) return typeof word === "string" && typeof own === "object" ? { other: word } : word;
    refuse(id, locale, own);
    return undefined;
  });
  for (const [id, word] of left) {
    const [, section, code = ""] = /^(titles|codes)\.(-?\d+)$/.exec(id) ?? [];
    if (section !== undefined && isReplacement("", word))
      Reflect.set(reworded.words[section as "titles" | "codes"], code, word);
    else refuse(id, locale);
  }
  return reworded;
}

function refuse(id: string, locale: UserLocale, own?: Sentence): void {
  try {
    if (process.env.NODE_ENV !== "production" && (own !== undefined || isUnknown(id, locale)))
      throw new TypeError(refusalOf(id, own));
  } catch (error) {
    rethrowOwn(error);
  }
}

/** A language without developers' words has none to change, and other words may be on their way. */
function isUnknown(id: string, { words, developer }: UserLocale): boolean {
  return id.startsWith("developer.") ? developer !== undefined : isWhole(words);
}

function refusalOf(id: string, own: Sentence | undefined): string {
  const names = placeholders(own ?? "").map((name) => `{${name}}`);
  const kind = typeof own === "string" ? "a text" : "a text or plural forms";
  const wanted = `must be ${kind} with ${names.length === 0 ? "no placeholder" : names.join(" and ")}`;
  const why = own === undefined ? "is no sentence of the kit" : wanted;
  return `[tencent-error-kit] The message "${id}" ${why}, so it is not used. Correct it or leave it out.`;
}

/**
 * How to ask for a sentence that depends on a number, once the number is there. Beside the plural forms instead of in them: a
 * language stays plain data, whose forms are texts.
 */
const counted = new WeakMap<Plural, (count: number) => string | undefined>();

/** The language with the words of the app's own translations. One that throws, or gives no text, keeps the kit's words. */
export function withTranslate<Language extends UserLocale>(locale: Language, translate: Translate): Language {
  const ask = (id: MessageId, params: Readonly<Record<string, string | number>>): string | undefined => {
    const text: unknown = attempt(() => translate(id, params));
    return typeof text === "string" && text !== "" ? text : undefined;
  };
  return mapMessages(locale, (id, own) => {
    if (typeof own === "string")
      return ask(
        id,
        Object.fromEntries(
          [...placeholders(own), ...(own.includes("QQ") ? ["provider"] : [])].map((name) => [name, `{${name}}`]),
        ),
      );
    const forms = { ...own };
    counted.set(forms, (count) => ask(id, { count }));
    return forms;
  });
}

/** What the app's own translations say for this number, if they were asked for this sentence. */
export function translatedCount(forms: Plural, count: number): string | undefined {
  return counted.get(forms)?.(count);
}

/** One sentence of a language: a text, or its plural forms. */
export type Sentence = string | Plural;

/** A copy of a language in which each sentence may be another one. The words for users have no prefix, the others `developer.` */
export function mapMessages<Language extends UserLocale>(
  locale: Language,
  wordFor: (id: MessageId, own: Sentence) => Sentence | undefined,
): Language {
  const walk = <Node extends object>(node: Node, path: string): Node => {
    const inside = Object.entries(node as Readonly<Record<string, Sentence | object>>);
    const copied = inside.map(([key, own]): [string, unknown] => {
      const id = `${path}${key}`;
      return [key, isSentence(own) ? (wordFor(id as MessageId, own) ?? own) : walk(own, `${id}.`)];
    });
    return Object.fromEntries(copied) as Node;
  };
  const { words, developer } = locale;
  return { ...locale, words: walk(words, ""), ...(developer && { developer: walk(developer, "developer.") }) };
}

function isSentence(node: Sentence | object): node is Sentence {
  return typeof node === "string" || Object.hasOwn(node, "other");
}

/** Whether a word can stand for a sentence: of the same kind, or a text for plural forms, and with the same places for values. */
export function isReplacement(own: Sentence, word: unknown): word is Sentence {
  const isText = typeof word === "string";
  const isForms = typeof own === "object" && typeof word === "object" && word !== null && Object.hasOwn(word, "other");
  if (!isText && !(isForms && Object.values(word).every((form) => typeof form === "string"))) return false;
  return placeholders(word as Sentence).join() === placeholders(own).join();
}

/** The `{names}` in a sentence, those of all its plural forms together, in order. Any may name the `{provider}`. */
export function placeholders(sentence: Sentence): readonly string[] {
  const text = typeof sentence === "string" ? sentence : Object.values(sentence).join(" ");
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))]
    .filter((name) => name !== "provider")
    .sort();
}
