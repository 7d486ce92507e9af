/** What the page of the first words shows to a test. */
export interface Seen {
  /** Lets calls fail with these bodies, a notice each. */
  fail(bodies: readonly unknown[], audience?: "user" | "developer"): void;
  /** What the platform answers with each code of its table. */
  readonly codes: readonly unknown[];
  readonly starts: number;
  readonly retries: number;
  /** What the live region said, one text after the other. */
  readonly said: readonly string[];
  readonly errors: readonly (string | undefined)[];
  /** How far what was there has moved, by the browser's own measure. */
  readonly shift: number;
}

declare global {
  interface Window {
    words: Seen;
  }
}
