/** The files of `src` by their path inside it, or some that a test plants. */
export type Sources = Readonly<Record<string, string>>;

/** A rule of the house. Answers with one line a fault. */
export type Rule = (sources: Sources) => readonly string[];
