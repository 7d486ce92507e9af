import type { Remedy } from "./Diagnosis.js";

/** Who reads: the person in front of the screen, or the one who built it. */
export type Audience = "user" | "developer";

/** What a button does. */
export type ActionKind = "reauthorize" | "retry" | "openTicket" | "readDocs" | "copyReport" | "dismiss";

/** One remedy in words. */
export interface Step {
  readonly remedy: Remedy;
  readonly text: string;
}

/** A diagnosis in words of one language, for one audience. */
export interface Message {
  readonly title: string;
  readonly description: string;
  /** What to do, in order. Empty for users: their one step is the button. */
  readonly steps: readonly Step[];
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly audience: Audience;
}
