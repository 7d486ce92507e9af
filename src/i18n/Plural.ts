/** A sentence that depends on a number: one form for each plural category that the language has. `{count}` is filled in. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
