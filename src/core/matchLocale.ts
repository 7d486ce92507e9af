/**
 * The offered language nearest to what is asked for, else `fallback`. Never crosses scripts: zh-TW does not become zh-CN.
 * Total: malformed tags are passed over.
 * @see https://www.unicode.org/reports/tr35/#LanguageMatching
 */
export function matchLocale(requested: string | readonly string[], available: readonly string[], fallback: string): string {
  const offers = available.map((tag) => [tag, likely(tag)] as const);
  for (const tag of typeof requested === "string" ? [requested] : requested) {
    const wanted = likely(tag);
    const found = wanted && (offers.find(([, offer]) => isSame(offer, wanted)) ?? offers.find(([, offer]) => isNear(offer, wanted)));
    if (found) return found[0];
  }
  return fallback;
}

interface Likely {
  readonly language: string;
  readonly script: string | undefined;
  readonly region: string | undefined;
}

function likely(tag: unknown): Likely | undefined {
  try {
    const { language, script, region } = new Intl.Locale(String(tag).replaceAll("_", "-")).maximize();
    return { language, script, region: region === "MO" ? "HK" : region };
  } catch {
    return undefined;
  }
}

function isSame(offer: Likely | undefined, wanted: Likely): boolean {
  return isNear(offer, wanted) && offer?.region === wanted.region;
}

function isNear(offer: Likely | undefined, wanted: Likely): boolean {
  return offer !== undefined && offer.language === wanted.language && offer.script === wanted.script;
}
