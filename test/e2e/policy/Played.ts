import type { ReauthOutcome } from "../../../src/core.js";

/** What the page lets a test play. */
export interface Played {
  ask(): void;
  begin(): void;
  tell(status: "waiting" | "verifying", windowClosed: boolean): void;
  end(outcome: ReauthOutcome): void;
  leave(): void;
}

declare global {
  interface Window {
    played: Played;
  }
}
