import type { Plural } from "./Labels.js";

/** Puts values into `{name}` places, in one pass: what a value contains is never expanded again, unknown places stay. */
export function interpolate(template: string, values: Readonly<Record<string, string | number>>): string {
  if (!template.includes("{")) return template;
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

// `Intl` takes 10 ms to wake up, in the very moment in which a page shows its first notice: most counts don't need it.
// These write the digits that English writes, the first ones also its commas.
const latin = /^(?:(en(?:-US|-GB)?$|zh|ja|ko)|de|es|fr|id|it|pt|ru|th|vi)\b/;

/** The form for this number in this language, with `{count}` filled in. */
export function pluralise(forms: Plural, count: number, lang: string): string {
  return interpolate(forms[ruleOf(forms, count, lang)] ?? forms.other, { count: countIn(count, lang) });
}

function ruleOf(forms: Plural, count: number, lang: string): Intl.LDMLPluralRule {
  if (Object.keys(forms).length === 1) return "other";
  try {
    if (!lang.startsWith("en")) return new Intl.PluralRules(lang).select(count);
  } catch {
    // `Intl` does not know the tag
  }
  return count === 1 ? "one" : "other";
}

function countIn(count: number, lang: string): string {
  const found = latin.exec(lang);
  if (found !== null && (count < 1000 || found[1])) return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
  try {
    return new Intl.NumberFormat(lang).format(count);
  } catch {
    return String(count);
  }
}
