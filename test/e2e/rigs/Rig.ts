/** What the app's page noted of itself. */
export interface Rig {
  /** The kit's events, in their order. */
  readonly events: string[];
  /** Each code that was exchanged. */
  readonly codes: string[];
  /** Every change of what can be seen. */
  readonly sights: Sight[];
}

export interface Sight {
  /** The heading of the prompt, or null while there is none. */
  readonly title: string | null;
  /** What the app's handle says of the newest sign-in window, or null before the first. */
  readonly isClosed: boolean | null;
  readonly windows: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}
