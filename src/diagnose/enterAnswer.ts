import { isList, isObject, keysOf, read, readOnce, type Seen } from "../base/safely.js";
import { noteCall } from "./callInfo.js";
import { firstFound, firstItems, textIn } from "./contents.js";
import { describeError, seenOf } from "./errorShape.js";
import { enterEach, enterRelayed } from "./handedOver.js";
import type { Found } from "./Reading.js";
import { hasFailed, markVisited, note, readEnvelope, type Trail } from "./trail.js";
import { responseKeys } from "./wrapperKeys.js";

/** The answer inside an error, whose status and headers are noted. Null: its body says nothing. Undefined: it has none, so the error may know more. */
export function enterAnswer(answer: object, trail: Trail, depth: number): Found | null | undefined {
  const found = enterBody(answer, trail, depth);
  const own = found === undefined ? trail.walk.enterDialect(answer, [], trail, depth, "body") : found;
  return own ?? enterEnvelope(answer, trail, depth) ?? found;
}

/** The first carrier that holds an object or a text is the body, unless it is a stream. Null: it says nothing. Undefined: there is none. */
export function enterBody(answer: object, trail: Trail, depth: number): Found | null | undefined {
  for (const key of responseKeys) {
    const body = read(answer, key);
    if (body && typeof body !== "function")
      return trail.walk.enter(textIn(body) ?? body, trail, depth + 1) ?? (key === "body" ? undefined : null);
  }
  return undefined;
}

/**
 * A plain object that holds what an error does, such as one that was sent through JSON, or a list of GraphQL's errors. Nobody throws
 * an answer that went well, but who asks may have one.
 */
export function enterCopy(value: object, seen: Seen, trail: Trail, depth: number): Found | undefined {
  if (trail.place !== "asked" || hasFailed(trail)) return undefined;
  const response = readOnce(value, "response", seen);
  const hasAnswer = markVisited(response, trail);
  if (hasAnswer) noteCall(response, trail, true);
  const status = readOnce(value, "status", seen) ?? readOnce(value, "statusCode", seen);
  const isStatus = typeof status === "number" && status >= 400 && status < 600;
  const text = readOnce(value, "message", seen) ?? read(value, "statusText");
  if (isStatus && typeof text === "string") note(trail, { httpStatus: trail.httpStatus ?? status });
  const errors = isList(value) ? keysOf(value) : [];
  const found =
    (hasAnswer && enterAnswer(response, trail, depth + 1)) ||
    enterEach(readOnce(value, "cause", seen), trail, depth + 1) ||
    firstFound(errors, (key) => enterExtensions(readOnce(value, key, seen), trail, depth + 1));
  if (found !== undefined || hasFailed(trail)) note(trail, { isCopy: true });
  return found;
}

/** What an envelope of a service holds at its known places. */
export function enterEnvelope(value: object, trail: Trail, depth: number): Found | undefined {
  const isGood = trail.place === "body";
  const response = read(value, "Response");
  // WeChat's console, and API 3.0 of Tencent Cloud
  for (const inner of [read(value, "base_resp"), readEnvelope(response, "Error", trail)]) {
    const found = markVisited(inner, trail) ? trail.walk.enterDialect(inner, [], trail, depth, "body") : undefined;
    if (found !== undefined) return { ...found, envelope: response ?? value };
  }
  const extended = isGood ? undefined : enterExtensions(value, trail, depth);
  if (extended !== undefined) return extended;
  const errors = firstItems(read(value, "errors"), trail) ?? [];
  if (!trail.isGraphql && isGraphql(value, errors)) note(trail, { isGraphql: true });
  const found = firstFound(errors, (error) => enterGraphql(error, trail, depth + 1));
  if (isGood || found !== undefined) return found;
  // `URL` and `location` carry their text in `href`
  const href = read(value, "href");
  return typeof href === "string" ? trail.walk.enter(href, trail, depth + 1) : undefined;
}

/** GraphQL keeps a number among an error's extensions, or there in the answer of the service behind it. */
function enterGraphql(error: unknown, trail: Trail, depth: number): Found | undefined {
  if (!markVisited(error, trail)) return undefined;
  const words = describeError(error);
  const seen = seenOf(words);
  if (words?.isError === true && trail.place !== "body") return trail.walk.enterError(error, words, seen, trail, depth);
  const found = enterExtensions(error, trail, depth);
  if (found !== undefined || !hasFailed(trail)) return found;
  const own = trail.walk.enterDialect(error, seen, trail, depth, "body", trail.says);
  return own ?? enterRelayed(error, seen, trail, depth);
}

/** The answer among the `extensions` of a GraphQL error or of a problem of RFC 9457. */
export function enterExtensions(error: unknown, trail: Trail, depth: number): Found | undefined {
  const extensions = read(error, "extensions");
  if (!markVisited(extensions, trail)) return undefined;
  // a gateway keeps the whole response of the service behind it
  const found = trail.walk.enter(read(read(extensions, "response"), "body"), trail, depth);
  const seen: Seen = [];
  return (
    found ??
    enterRelayed(extensions, seen, trail, depth) ??
    trail.walk.enterDialect(extensions, seen, trail, depth, "graphql")
  );
}

/** What an object says about its own success. */
export function readSuccess(value: object): boolean | undefined {
  const success = read(value, "success");
  const says = success === undefined ? read(value, "ok") : success;
  return typeof says === "boolean" ? says : undefined;
}

const answerKeys = /^(?:data|errors|extensions|hasNext|incremental|pending|completed)$/;
const errorKeys = /^(?:message|locations|path|extensions|code|name|type|data|error(?:Type|Info)|statusCode)$/;

/**
 * Whether a body is GraphQL's answer to a request that failed, and no list of errors that an app keeps as its data. Beside data, an
 * error names the field that it stands for.
 * @see https://spec.graphql.org/October2021/#sec-Response-Format
 */
function isGraphql(body: object, errors: readonly unknown[]): boolean {
  const [first] = errors;
  if (!isObject(first) || !keysOf(body).every((key) => answerKeys.test(key))) return false;
  // an address in GraphQL is a list: a linter writes the name of a file
  const keys = keysOf(first);
  if (!keys.includes("message") || !keys.every((key) => errorKeys.test(key))) return false;
  return isList(read(first, "path")) || isList(read(first, "locations")) || (read(body, "data") ?? null) === null;
}
