import type { Flags, Report } from "./Io.js";
import { i18nextMessages } from "./i18nextMessages.js";
import { icuMessages } from "./icuMessages.js";
import { languageOf } from "./languages.js";

/** The words of a language as messages for an i18n library. */
export async function messages(_inputs: readonly string[], flags: Flags): Promise<Report> {
  const locale = languageOf(flags.locale);
  const { format = "icu" } = flags;
  if (format !== "icu" && format !== "i18next")
    throw new TypeError(`There is no format "${format}". There are icu and i18next.`);
  const json = format === "icu" ? icuMessages(locale) : i18nextMessages(locale);
  return { text: JSON.stringify(json, null, 2), json, hasFindings: false };
}
