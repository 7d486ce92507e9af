/** The files of `src` by their path below it, or planted ones. */
export type Sources = Readonly<Record<string, string>>;

/** An architecture rule. Returns one line for each fault. */
export type Rule = (sources: Sources) => readonly string[];
