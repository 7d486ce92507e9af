import { flatten, localeFaults } from "../../src/cli/localeFaults.js";
import type { Locale } from "../../src/i18n/Locale.js";
import { glossaryRule, jargonOf, repetitionRule } from "./glossary.js";
import { mannerRule } from "./manners.js";

/** "Password" in the languages of the kit. */
const password =
  /password|密[码碼]|パスワード|비밀번호|passwor[dt]|mot de passe|contraseña|senha|парол|sandi|mật khẩu|รหัสผ่าน|كلمة (ال)?(مرور|سر)/i;

/** The faults of a language of the kit: those that the command finds in any language, and the kit's own rules. */
export function brokenRules(file: string, locale: Locale, english: Locale, tableCodes: readonly number[]): string[] {
  const texts = flatten({ words: locale.words, developer: locale.developer });
  const faults = localeFaults(locale, english, jargonOf(locale.tag));
  const isWhole = !faults.some((fault) => /^(missing|extra):/.test(fault));
  return [
    ...(locale.tag === file ? [] : [`tag: ${locale.tag}`]),
    ...faults,
    ...texts.filter(isLoud).map(([place]) => `exclamation: ${place}`),
    ...tableCodes.filter((code) => !(String(code) in locale.developer.codes)).map((code) => `code: ${code}`),
    ...[locale.words.titles[-73], locale.developer.codes[-73]].flatMap((text, n) =>
      password.test(text ?? "") ? [] : [`password: ${n === 0 ? "user" : "developer"}`],
    ),
    ...(isWhole ? [...glossaryRule(locale), ...repetitionRule(locale)] : []),
    ...mannerRule(locale.tag, texts),
  ];
}

function isLoud([place, text]: readonly [place: string, text: string]): boolean {
  return place.startsWith("words.") && /[!！¡]/.test(text);
}
