import type { DeveloperWords, UserWords } from "./Locale.js";
import type { Plural } from "./Plural.js";

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
