import type { TableCode } from "../model/CodeRow.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { DeveloperWords, UserLocale } from "../model/Locale.js";
import type { Audience, Message, Step } from "../model/Message.js";
import { interpolate } from "./interpolate.js";

/**
 * A diagnosis in words. For users: what happened and what to do. For developers: the code's own description and every step;
 * a language without developers' words tells them what it tells users. Total.
 * @example
 * ```ts
 * import { diagnose, resolve } from "tencent-error-kit/core";
 * import en from "tencent-error-kit/locales/en";
 *
 * const { title } = resolve(diagnose({ ret: -73 }), en, { audience: "user" });
 * console.log(title);
 * ```
 */
export function resolve(
  diagnosis: Diagnosis,
  locale: UserLocale,
  options: { readonly audience?: Audience } = {},
): Message {
  const { developer, words, tag, dir } = locale;
  const audience = options.audience ?? "user";
  const spoken = audience === "developer" && developer !== undefined ? developer : words;
  // a row of the app's own may say anything in production
  const { categories } = spoken;
  const general = Object.hasOwn(categories, diagnosis.category) ? categories[diagnosis.category] : categories.unknown;
  const code = diagnosis.row?.code as TableCode | undefined;
  const description = (code === undefined ? undefined : spoken.codes[code]) ?? general.description;
  const steps = spoken === developer ? stepsOf(diagnosis, developer) : [];
  const { dialect, subcode } = diagnosis.failure;
  const isLate = dialect === "network" && subcode === "timeout";
  return { title: isLate ? words.labels.tookTooLong : general.title, description, steps, lang: tag, dir, audience };
}

/** A notice that is drawn again says the same again. */
const told = new WeakMap<Diagnosis, readonly [words: DeveloperWords, steps: readonly Step[]]>();

function stepsOf(diagnosis: Diagnosis, words: DeveloperWords): readonly Step[] {
  const known = told.get(diagnosis);
  if (known?.[0] === words) return known[1];
  const { remedies, row } = diagnosis;
  const checks = row?.checks?.join(", ") ?? "";
  const steps = remedies.flatMap((remedy) => {
    const isNamed = checks !== "" && (remedy === "checkRequest" || remedy === "checkCredentials");
    if (!Object.hasOwn(words.remedies, remedy)) return [];
    return [{ remedy, text: isNamed ? interpolate(words.checks, { checks }) : words.remedies[remedy] }];
  });
  told.set(diagnosis, [words, steps]);
  return steps;
}
