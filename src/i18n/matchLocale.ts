/**
 * The offered language nearest to what is asked for, else `fallback`: the same region first, then a region
 * whose readers use the same variant, such as American English, then any. Spoken Chinese and Arabic are read as written: yue finds zh. Never crosses scripts: zh-TW does not become zh-CN.
 * Total: malformed tags are passed over.
 * @see https://www.unicode.org/reports/tr35/#LanguageMatching
 */
export function matchLocale(
  requested: string | readonly string[] | null | undefined,
  available: readonly string[],
  fallback: string,
): string {
  const offers = itemsOf(available).map((tag) => [tag, likely(tag)] as const);
  for (const tag of typeof requested === "string" ? [requested] : itemsOf(requested)) {
    const wanted = likely(tag);
    const near = offers.filter(
      ([, offer]) =>
        offer !== undefined && wanted !== undefined && offer.languageAndScript === wanted.languageAndScript,
    );
    const found =
      near.find(([, offer]) => offer?.region === wanted?.region) ??
      near.find(([, offer]) => offer?.usesMainVariant === wanted?.usesMainVariant);
    const any = found ?? near[0];
    if (any !== undefined) return any[0];
  }
  return fallback;
}

/** What is no list has nothing in it. */
function itemsOf(list: readonly string[] | null | undefined): readonly string[] {
  return Array.isArray(list) ? (list as readonly string[]) : [];
}

interface Likely {
  /** Language and script. */
  readonly languageAndScript: string;
  readonly region: string | undefined;
  readonly usesMainVariant: boolean;
}

/** The regions that use the main variant of a language, American for English. All others use the second one. */
const mainVariants: Readonly<Record<string, RegExp>> = {
  en: /^(?:US|AS|CA|GU|MH|MP|PH|PR|UM|VI)$/,
  es: /^(?:ES|EA|IC|GQ|PH)$/,
  pt: /^BR$/,
  zh: /^HK$/,
};

/** Spoken languages, by the language that their speakers read. */
const readsAs: Readonly<Record<string, RegExp>> = { zh: /^(?:yue|wuu|nan|hak)$/, ar: /^ar[yz]$/ };

function likely(tag: unknown): Likely | undefined {
  try {
    const asked = new Intl.Locale(String(tag).replaceAll("_", "-"));
    const { language, script = "", region } = asked.maximize();
    // `maximize` makes American English of an undetermined language
    if (asked.baseName === "und") return undefined;
    const written = Object.keys(readsAs).find((name) => readsAs[name]?.test(language)) ?? language;
    const place = region === "MO" ? "HK" : region;
    return {
      languageAndScript: `${written}-${script}`,
      region: place,
      usesMainVariant: mainVariants[written]?.test(place ?? "") ?? true,
    };
  } catch {
    return undefined;
  }
}
