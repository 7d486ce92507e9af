/// <reference types="vite/client" />
import type { Locale } from "./model/Locale.js";

const loaders = import.meta.glob<Locale>("./locales/*.ts", { import: "default" });

/** The languages that the kit speaks. */
export const localeTags: readonly string[] = Object.keys(loaders).map((path) =>
  path.slice("./locales/".length, -".ts".length),
);

/**
 * Loads one language by its exact tag; `matchLocale` finds the tag for a wish. A load that failed is tried again next time.
 * @throws RangeError when the kit does not speak it, and what the import throws when its file can't be had.
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
