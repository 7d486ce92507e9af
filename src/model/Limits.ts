/** How often and how long. All times in milliseconds. */
export interface Limits {
  /** Reauthorizations that a person may start within `startsWindowMs`. Default 3. */
  readonly starts: number;
  /** Default 5 minutes. */
  readonly startsWindowMs: number;
  /** The same code so soon after a success is a loop. Default 1 minute. */
  readonly loopMs: number;
  /**
   * So long after a dismissal, readings that failed rest, and a change that a person makes fails at once. After it, such a
   * change opens the prompt again; what a page asks for by itself never does. A person's click on a notice always starts. Default 30 seconds.
   */
  readonly coolDownMs: number;
  /** How long a held change waits before it fails with what it failed with. Default 10 minutes. */
  readonly holdMs: number;
}
