/** How often and how long. All times in milliseconds. */
export interface Limits {
  /** Reauthorizations that a person may start within `startsWindowMs`. Default 3. */
  readonly starts: number;
  /** Default 5 minutes. */
  readonly startsWindowMs: number;
  /** The same code so soon after a success is a loop. Default 1 minute. */
  readonly loopMs: number;
  /** After a dismissal no failure opens the prompt for so long; a person still can. Default 30 seconds. */
  readonly coolDownMs: number;
  /** How long a held change waits before it fails with what it failed with. Default 10 minutes. */
  readonly holdMs: number;
}
