import type { Match } from "./Dialect.js";
import type { TencentFailure } from "./Diagnosis.js";

/** What was read off a raw answer: its body, and what the body's carriers told about the call. */
export interface Reading {
  /** The object whose fields spell the failure, and the dialect that it does so in. */
  body: unknown;
  match: Match | undefined;
  /** What stands directly around the body, where a service wraps it. */
  envelope: unknown;
  /** A failure that this kit, or another copy of it, has read before. */
  known: TencentFailure | undefined;
  /** What the answer was when that says more than its fields: a page, a redirect, no answer at all. */
  kind: "body" | "form" | "redirect" | "pageText" | "gateway" | "network" | "timeout" | "cancelled" | "aborted";
  /** Picked from text that is not whole, so less certain. */
  isElided: boolean;
  /** Somebody threw it or the answer was empty: a failure unless the body says otherwise. */
  isThrown: boolean;
  httpStatus: number | undefined;
  url: string | undefined;
  method: string | undefined;
  headers: unknown;
  /** The objects that were looked at, the last one first. */
  visited: Visit | undefined;
  /** How many more values may be looked at: hostile errors branch for ever. */
  budget: number;
}

/** One object that was looked at, and those before. */
export interface Visit {
  readonly value: object;
  readonly before: Visit | undefined;
}

/** The part of a `Response` that tells about a call. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly url?: string;
}
