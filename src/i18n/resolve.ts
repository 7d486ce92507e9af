import type { TableCode } from "../catalog/tableCodes.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { DeveloperWords, UserLocale, Words } from "./Locale.js";
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
  options: { readonly audience?: Audience; readonly provider?: string | undefined } = {},
): Message {
  const { developer, words, tag, dir } = locale;
  const audience = options.audience ?? "user";
  const spoken = audience === "developer" && developer !== undefined ? developer : words;
  // a row of the app's own may say anything in production
  const { categories, titles, codes } = spoken;
  const general = Object.hasOwn(categories, diagnosis.category) ? categories[diagnosis.category] : categories.unknown;
  const said = spoken === developer ? (withoutRow(diagnosis, developer) ?? general) : general;
  const { row } = diagnosis;
  const code = typeof row?.code === "number" ? (row.code as TableCode) : undefined;
  const ofTable = code === undefined ? {} : { title: titles[code], description: codes[code] };
  // a pack's numbers are not the vendor's
  const own = row?.say?.(tag, audience) ?? ofTable;
  const steps = spoken === developer ? stepsOf(diagnosis, developer, tag) : [];
  const { dialect, subcode } = diagnosis.failure;
  const isLate = dialect === "network" && subcode === "timeout";
  const title = isLate ? words.labels.tookTooLong : (own.title ?? said.title);
  const { provider = "QQ" } = options;
  const description = own.description ?? said.description;
  const fill = (text: string): string => interpolate(text, { provider });
  return { title: fill(title), description: fill(description), steps, lang: tag, dir, audience };
}

/** What developers are told of a failure that is none of Tencent's, as far as one can see. */
function withoutRow({ row, category, failure }: Diagnosis, { noCode, ownServer }: DeveloperWords): Words | undefined {
  const { code, httpStatus, dialect } = failure;
  if (row !== null) return undefined;
  if (category === "unknown" && code === null) return noCode;
  if (category !== "platform" || httpStatus === undefined || dialect === "gateway") return undefined;
  return { title: ownServer.title, description: interpolate(ownServer.description, { httpStatus }) };
}

function stepsOf({ remedies, row }: Diagnosis, words: DeveloperWords, tag: string): readonly Step[] {
  const comma = /^(?:zh|ja)\b/.test(tag) ? "、" : /^ar\b/.test(tag) ? "، " : ", ";
  const checks = row?.checks?.join(comma) ?? "";
  return remedies.flatMap((remedy) => {
    const isNamed = checks !== "" && (remedy === "checkRequest" || remedy === "checkCredentials");
    if (!Object.hasOwn(words.remedies, remedy)) return [];
    return [{ remedy, text: isNamed ? interpolate(words.checks, { checks }) : words.remedies[remedy] }];
  });
}
