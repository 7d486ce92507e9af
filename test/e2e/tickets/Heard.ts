declare global {
  interface Window {
    /** What the screen reader said since it was asked the last time. */
    readonly heard: () => Promise<readonly string[]>;
    /** What the desk was sent. */
    readonly received: readonly string[];
  }
}

export {};
