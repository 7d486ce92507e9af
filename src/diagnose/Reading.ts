import type { TencentFailure } from "../model/Diagnosis.js";
import type { Match } from "../model/Dialect.js";

/** What was read off a raw answer: its body, and what the body's carriers told about the call. */
export interface Reading {
  /** Where it was found: the body of an answer that HTTP calls good or failed, or it was `asked` about on purpose. */
  readonly place: "body" | "failed" | "asked";
  /** The app's word on whether the answer is Tencent's. */
  readonly isTencent: boolean | undefined;
  /** Whether a sentence of a page may be read. */
  readonly isPage: boolean;
  /** The object whose fields spell the failure, and the dialect that it does so in. */
  body: unknown;
  match: Match | undefined;
  /** What stands directly around the body, where a service wraps it. */
  envelope: unknown;
  /** What the envelope itself says about its success. */
  says: boolean | undefined;
  /** A failure that this kit, or another copy of it, has read before. */
  known: TencentFailure | undefined;
  /** What the answer was when that says more than its fields: a page, a redirect, no answer at all. */
  kind: "body" | "form" | "redirect" | "pageText" | "gateway" | "network" | "timeout" | "cancelled" | "aborted";
  /** Picked from text that is not whole, so less certain. */
  isElided: boolean;
  /** Text that a person may have written: a JSON string, a call in the midst of a text, a single field. */
  isLoose: boolean;
  /** A script's call, whatever its name. */
  isCallback: boolean;
  isEmpty: boolean;
  /** A sentence that would be read if the answer were Tencent's. */
  isUnread: boolean;
  /** GraphQL's answer to a request that failed. */
  isGraphql: boolean;
  /** It was thrown: a failure unless the body says otherwise. */
  isThrown: boolean;
  /** Its status is 0: browsers say so of a request that got no answer. */
  isUnanswered: boolean;
  httpStatus: number | undefined;
  /** The status in a page's title: the page may be about anything. */
  pageStatus: number | undefined;
  url: string | undefined;
  method: string | undefined;
  headers: unknown;
  /** The objects that were looked at, the last one first. */
  visited: Visit | undefined;
  /** How many more values may be looked at: hostile errors branch for ever. */
  budget: number;
}

/** One object that was looked at, and those before. */
interface Visit {
  readonly value: object;
  readonly before: Visit | undefined;
}

/** The part of a `Response` that tells about a call. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly url?: string;
  /** The body is the text as it came, not what JSON held. */
  readonly isText?: boolean | undefined;
}
