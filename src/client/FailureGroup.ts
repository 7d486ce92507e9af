import type { Diagnosis } from "../model/Diagnosis.js";

/** What failed and has no notice of its own. */
export interface FailureStore {
  /** A call failed: it is put up in place of what stood under the same key. Without `retry` it can't be sent again. */
  post(key: object, error: unknown, retry?: () => void): void;
  /** A call is gone, or went well: the region says so where `isWell`. */
  clear(key: object, isWell?: boolean): void;
  /** These calls are under way again: they are not shown unless they fail anew. */
  rest(keys: Iterable<object>): void;
  /** A notice shows this very error: the board does not, until the notice lets go. Tells it when the call went well. */
  claim(error: unknown, onHealed: () => void): () => void;
  /** The errors that a notice shows, or the region. */
  shown(): readonly unknown[];
  /** Takes everything off, and takes nothing any more. */
  dispose(): void;
  /** Publishes at once instead of soon, for a caller that knows that every notice of the page has claimed its error. */
  publish(): void;
  getGroups(): readonly FailureGroup[];
  /** The groups, and those that were there a moment ago: these give for an error what became of their calls. */
  getRows(): readonly FailureGroup[];
  subscribe(listener: () => void): () => void;
}

/** All failures that are one trouble, as one. */
export interface FailureGroup {
  readonly diagnosis: Diagnosis;
  /** One of their errors, to show. */
  readonly error: unknown;
  readonly count: number;
  /** Sends again what can be. Missing where nothing can. */
  readonly retry: (() => void) | undefined;
  /** Takes all of them off the board. */
  dismiss(): void;
}
