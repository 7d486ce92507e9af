import type { TencentFailure } from "../model/Diagnosis.js";
import type { CallInfo } from "./callInfo.js";
import type { Match } from "./matchDialect.js";
import type { AnswerKind } from "./readText.js";

/** What a step of parsing found: the failure itself. */
export interface Found {
  readonly kind: AnswerKind;
  /** The object whose fields tell the failure, and the dialect that they do it in. */
  readonly body?: unknown;
  readonly match?: Match | undefined;
  /** What stands directly around the body, where a service wraps it. */
  readonly envelope?: unknown;
  /** A failure that this kit, or another copy of it, has read before. */
  readonly known?: TencentFailure;
}

/** Where an answer was found, and what was seen on the way to the failure, also where none was found. */
export interface Surroundings extends CallInfo {
  /** The body of an answer that HTTP calls good or failed, or it was `asked` about on purpose. */
  readonly place: "body" | "failed" | "asked";
  /** The app's word on whether the answer is Tencent's. */
  readonly isTencent: boolean | undefined;
  /** What an object says about its own success, the outermost first. */
  readonly says: boolean | undefined;
  /** It was thrown: a failure unless the body says otherwise. */
  readonly isThrown: boolean;
  /** An object that holds what an error does, and says nothing itself: data may look so too. */
  readonly isCopy: boolean;
  /** GraphQL's answer to a request that failed. */
  readonly isGraphql: boolean;
  /** Picked from text that is not whole, so less certain. */
  readonly isElided: boolean;
  /** Text that a person may have written: a JSON string, a call in the midst of a text, a single field. */
  readonly isLoose: boolean;
  /** A script's call, whatever its name. */
  readonly isCallback: boolean;
  readonly isEmpty: boolean;
  /** A sentence that would be read if the answer were Tencent's. */
  readonly isUnread: boolean;
  /** The status in a page's title: the page may be about anything. */
  readonly pageStatus: number | undefined;
}

/** What was read off a raw answer. */
export interface Reading {
  readonly found: Found;
  /** The body that was found, or what the last text held. */
  readonly body: unknown;
  readonly trail: Surroundings;
}
