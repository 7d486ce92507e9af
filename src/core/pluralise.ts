import type { Plural } from "../model/Locale.js";
import { fill } from "./fill.js";

/** The form for this number in this language, with `{count}` filled in. */
export function pluralise(forms: Plural, count: number, lang: string): string {
  return fill(forms[ruleOf(count, lang)] ?? forms.other, { count: countIn(count, lang) });
}

function ruleOf(count: number, lang: string): Intl.LDMLPluralRule {
  try {
    return new Intl.PluralRules(lang).select(count);
  } catch {
    return count === 1 ? "one" : "other";
  }
}

function countIn(count: number, lang: string): string {
  try {
    return new Intl.NumberFormat(lang).format(count);
  } catch {
    return String(count);
  }
}
