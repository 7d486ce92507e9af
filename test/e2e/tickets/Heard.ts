declare global {
  interface Window {
    /** What a screen reader says of what has happened since it was asked the last time. */
    readonly heard: () => Promise<readonly string[]>;
    /** What the desk was sent. */
    readonly received: readonly string[];
  }
}

export {};
