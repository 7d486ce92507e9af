import type { Locale } from "../../src/core.js";

/** What every design system is given to say. */
export interface Sample {
  readonly severity: "info" | "warning" | "danger";
  /** The answer that the kit's own notice is given. */
  readonly error: object;
  readonly title: string;
  readonly text: string;
  readonly code: string;
  readonly action: string;
}

/** The same three failures for all of them, in the toolbar's language. */
export function samplesIn({ words }: Locale): readonly Sample[] {
  const { categories, titles, actions } = words;
  const code = (number: number): string => words.labels.code.replace("{code}", String(number));
  return [
    {
      severity: "info",
      error: { ret: -73 },
      title: titles[-73] ?? categories.reauth.title,
      text: categories.reauth.description,
      code: code(-73),
      action: actions.reauthorize,
    },
    {
      severity: "warning",
      error: { ret: -6 },
      title: categories.rateLimit.title,
      text: categories.rateLimit.description,
      code: code(-6),
      action: actions.retry,
    },
    {
      severity: "danger",
      error: { ret: 251004 },
      title: categories.platform.title,
      text: categories.platform.description,
      code: code(251004),
      action: actions.retry,
    },
  ];
}
