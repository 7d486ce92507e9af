import type { Category, CodeRow, Fixer, Remedy, RetryRule } from "./CodeRow.js";

/** One failed call as plain, frozen, JSON-safe data. Recognised by its brand, so that two copies of the kit agree. */
export interface TencentFailure {
  readonly $tencent: 1;
  /** Which of Tencent's ways of answering this was: `openapi`, `oauth`, `redirect`, …, or `unknown`. */
  readonly dialect: string;
  /** The pack whose service this was, where one of the app's own has it. */
  readonly catalog?: string | undefined;
  /** The vendor's number, kept also when no row describes it. A code that is a word is the `subcode`. */
  readonly code: number | null;
  readonly subcode?: string;
  readonly httpStatus?: number;
  readonly requestId?: string;
  /** Milliseconds, as the server asked for in `Retry-After`. */
  readonly retryAfterMs?: number;
  /** Untrusted text of the server, `[redacted]` where it could hold a secret. For details only, never for a title. */
  readonly serverMessage?: string;
  readonly method?: string;
  /** The called path without origin, query and hash. */
  readonly path?: string;
  /** The answer's `Date` header as it came: what a wrong clock is told by. */
  readonly serverDate?: string;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
  /** `exact`: a documented shape. `heuristic`: picked from an elided body, a page's text or a wrapper. `none`: no code. */
  readonly confidence: "exact" | "heuristic" | "none";
}

/** What is known about a failure and what can be done about it. */
export interface Diagnosis {
  readonly failure: TencentFailure;
  /** The catalog's row, or null where this code has none in this dialect. */
  readonly row: CodeRow | null;
  /** The name of the catalog whose service this was; undefined where no catalog speaks for it. */
  readonly catalog?: string | undefined;
  readonly category: Category;
  readonly fixer: Fixer;
  readonly retry: RetryRule;
  readonly remedies: readonly Remedy[];
  /** The same for failures that are one trouble: what grouping and announcements go by. */
  readonly fingerprint: string;
}

/** A call as an app sees it, so that it can say whether it speaks Tencent's dialects. */
export interface TencentCall {
  readonly url?: string | undefined;
  readonly method?: string | undefined;
  readonly httpStatus?: number | undefined;
  readonly dialect: string;
  readonly code: number | null;
}
