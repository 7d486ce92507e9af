/// <reference types="vite/client" />
import { matchLocale } from "../i18n/matchLocale.js";
import type { Locale } from "../i18n/Locale.js";

/** Every language of the kit, by its tag. */
export const languages: Readonly<Record<string, Locale>> = Object.fromEntries(
  Object.values(import.meta.glob<Locale>("../locales/*.ts", { import: "default", eager: true })).map((each) => [
    each.tag,
    each,
  ]),
);

/** The language nearest to a tag. @throws TypeError when the kit speaks none that is near. */
export function languageOf(tag = "en"): Locale {
  const tags = Object.keys(languages);
  const found = languages[matchLocale(tag, tags, "")];
  if (found === undefined) throw new TypeError(`There is no language "${tag}". There are ${tags.join(", ")}.`);
  return found;
}
