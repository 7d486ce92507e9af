/// <reference types="vite/client" />
import type { Locale } from "./i18n/Locale.js";

const loaders = import.meta.glob<Locale>("./locales/*.ts", { import: "default" });

/** The tags of the kit's languages. */
export const localeTags: readonly string[] = Object.keys(loaders).map((path) =>
  path.slice("./locales/".length, -".ts".length),
);

/**
 * Loads one language by its exact tag; `matchLocale` finds the tag for a reader's list. A load that failed is tried again next time.
 * @throws RangeError for a tag that the kit doesn't have, and what the import throws when its file can't be loaded.
 * @example
 * ```ts
 * import { matchLocale } from "tencent-error-kit/core";
 * import { loadLocale, localeTags } from "tencent-error-kit/locales";
 *
 * export const locale = await loadLocale(matchLocale(navigator.languages, localeTags, "en"));
 * ```
 */
export async function loadLocale(tag: string): Promise<Locale> {
  const load = localeTags.includes(tag) ? loaders[`./locales/${tag}.ts`] : undefined;
  if (load === undefined)
    throw new RangeError(`[tencent-error-kit] There is no language "${tag}". There are ${localeTags.join(", ")}.`);
  return load();
}
