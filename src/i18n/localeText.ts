import type { LocaleText, UserLocale } from "./Locale.js";
import { interpolate, pluralise } from "./interpolate.js";
import { translatedCount } from "./customMessages.js";

/** A language with how to put values into its words. */
export function localeText(locale: UserLocale): LocaleText {
  return {
    locale,
    words: locale.words,
    interpolate,
    count: (forms, count) => translatedCount(forms, count) ?? pluralise(forms, count, locale.tag),
    time(ms) {
      try {
        const isToday = new Date(ms).toDateString() === new Date().toDateString();
        const day = isToday ? {} : ({ month: "short", day: "numeric" } as const);
        return new Intl.DateTimeFormat(locale.tag, { ...day, hour: "numeric", minute: "2-digit" }).format(ms);
      } catch {
        return new Date(ms).toISOString().slice(11, 16);
      }
    },
  };
}
