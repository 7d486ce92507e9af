import { isObject, read, type Seen } from "../base/safely.js";
import type { Dialect } from "../catalog/dialects.js";
import { isTencentAddress, noteCall } from "./callInfo.js";
import type { ErrorShape } from "./errorShape.js";
import type { Position } from "./matchDialect.js";
import type { Found, Surroundings } from "./Reading.js";
import type { TextReading } from "./readText.js";
import type { ResponseLike } from "../model/Catalog.js";

/** What is known about the place that an answer was found at. */
export interface ReadingOptions {
  readonly response?: ResponseLike | undefined;
  /** The app's word on whether the answer is Tencent's. */
  readonly isTencent?: boolean | undefined;
  /** Whether a text may be a page's sentence, as a person pastes it. Default: yes, where no response is known. */
  readonly isPage?: boolean | undefined;
  /** Further dialects, of the app's catalogs. */
  readonly dialects?: readonly Dialect[] | undefined;
}

/** The steps of parsing that go further in. */
export interface Walk {
  enter(value: unknown, trail: Trail, depth: number): Found | undefined;
  enterError(error: object, words: ErrorShape, seen: Seen, trail: Trail, depth: number): Found | undefined;
  enterDialect(
    ...at: [value: object, seen: Seen, trail: Trail, depth: number, position: Position, says?: boolean]
  ): Found | undefined;
}

/** What was noted while a value was walked through. The functions of this file write it, and no others. */
export type Trail = Readonly<Notes>;

type Notes = { -readonly [Key in keyof Surroundings]: Surroundings[Key] } & {
  /** What the last text held. */
  textBody: unknown;
  /** Whether a sentence of a page may be read. */
  readonly isPage: boolean;
  /** The dialects of the app's catalogs. */
  readonly dialects: readonly Dialect[];
  /** The objects that were looked at, the last one first. */
  visited: Visit | undefined;
  /** What was looked at as an envelope of API 3.0: one object may stand in several places. */
  envelopes: readonly unknown[];
  /** The steps that go further in. */
  readonly walk: Walk;
  /** How many more values may be looked at: hostile errors branch for ever. */
  budget: number;
};

/** One object that was looked at, and those before. */
interface Visit {
  readonly value: object;
  readonly before: Visit | undefined;
}

const maxValues = 200;

/** An empty trail that knows its place. */
export function createTrail({ response, isTencent, isPage = true, dialects = [] }: ReadingOptions, walk: Walk): Trail {
  const place = response === undefined ? "asked" : response.status >= 400 ? "failed" : "body";
  const trail: Trail = {
    place,
    isTencent,
    isPage: isPage && place === "asked",
    dialects,
    says: undefined,
    isThrown: false,
    isGraphql: false,
    isElided: false,
    isLoose: false,
    isCopy: false,
    isCallback: false,
    isEmpty: false,
    isUnread: false,
    pageStatus: undefined,
    textBody: undefined,
    httpStatus: undefined,
    headers: undefined,
    url: undefined,
    method: undefined,
    isUnanswered: false,
    walk,
    visited: undefined,
    envelopes: [],
    budget: maxValues,
  };
  if (response !== undefined) noteCall(response, trail, true);
  return trail;
}

/** Whether an answer is Tencent's: as the app says, else by where it came from. */
export function isFromTencent({ isTencent, url }: Surroundings): boolean {
  return isTencent ?? isTencentAddress(url);
}

/** Whether a failure is known, so that what lies inside can only say which. */
export function hasFailed({ place, httpStatus = 0, isThrown, says, isGraphql }: Surroundings): boolean {
  return place === "failed" || httpStatus >= 400 || isThrown || says === false || isGraphql;
}

/** Whether one more value may be looked at. */
export function spend(trail: Notes): boolean {
  return trail.budget-- > 0;
}

/**
 * Whether this is an object that was not looked at before: errors may hold each other in a circle, or grow while they are read,
 * so there is an end to looking. Notes it as looked at.
 */
export function markVisited(value: unknown, trail: Notes): value is object {
  if (!isObject(value) || !spend(trail)) return false;
  for (let visit = trail.visited; visit !== undefined; visit = visit.before) if (visit.value === value) return false;
  trail.visited = { value, before: trail.visited };
  return true;
}

/** A property of an envelope that was not looked at before. */
export function readEnvelope(value: unknown, key: string, trail: Notes): unknown {
  if (trail.envelopes.includes(value)) return undefined;
  trail.envelopes = [...trail.envelopes, value];
  return read(value, key);
}

type Noted = "isThrown" | "isGraphql" | "isLoose" | "isCopy" | "says" | "httpStatus";

/** Notes what was seen on the way. */
export function note(trail: Notes, seen: Partial<Pick<Notes, Noted>>): void {
  Object.assign(trail, seen);
}

/** Notes what kind of text it was. False for a sentence that may not be read here. */
export function noteText(text: TextReading, trail: Notes): boolean {
  const { kind, body, isElided, isLoose, isCallback, isBlank, pageStatus } = text;
  const { httpStatus } = trail;
  if (kind === "pageText" && !trail.isPage && !isFromTencent(trail)) {
    trail.isUnread = true;
    return false;
  }
  if (isBlank) trail.isEmpty = httpStatus === undefined || httpStatus === 200;
  trail.isElided ||= isElided === true;
  trail.isLoose ||= isLoose === true;
  trail.isCallback = isCallback ?? trail.isCallback;
  trail.pageStatus = pageStatus ?? trail.pageStatus;
  trail.textBody = body ?? trail.textBody;
  return true;
}
