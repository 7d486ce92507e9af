import { attempt, read } from "../base/safely.js";
import type { Reading } from "./Reading.js";
import { firstItems, textIn } from "./contents.js";
import { describeError, type ErrorShape } from "./errorShape.js";
import type { Position } from "./matchDialect.js";
import { bodyKeys, markVisited, responseKeys } from "./wrapperKeys.js";

/** The answer inside an error, whose status and headers are noted. Undefined: it has no body, so the error may know more. */
export function enterAnswer(answer: object, reading: Reading, depth: number, walk: Walk): boolean | undefined {
  const found = enterBody(answer, reading, depth, walk);
  if (found === true || (found === undefined && walk.spells(answer, reading, depth, "body"))) return true;
  return enterEnvelope(answer, reading, depth, walk) || found;
}

/** The first carrier that holds an object or a text is the body, unless it is a stream. Undefined: there is none. */
export function enterBody(answer: object, reading: Reading, depth: number, walk: Walk): boolean | undefined {
  for (const key of responseKeys) {
    const body = read(answer, key);
    if (body && typeof body !== "function")
      return walk.enter(textIn(body) ?? body, reading, depth + 1) || (key === "body" ? undefined : false);
  }
  return undefined;
}

/** The steps of parsing that go further in. */
export interface Walk {
  enter(value: unknown, reading: Reading, depth: number): boolean;
  enterError(error: object, words: ErrorShape, reading: Reading, depth: number): boolean;
  spells(value: object, reading: Reading, depth: number, place: Position): boolean;
}

/** What an envelope of a service holds at its known places. True when that says something. */
export function enterEnvelope(value: object, reading: Reading, depth: number, walk: Walk): boolean {
  const isGood = reading.place === "body";
  for (const [outerKey, innerKey] of bodyKeys) {
    const place = outerKey === "extensions" && !isGood ? "graphql" : "body";
    const outer = read(value, outerKey);
    if (!markVisited(outer, reading)) continue;
    const inner = innerKey === "" ? outer : read(outer, innerKey);
    if ((inner !== outer && !markVisited(inner, reading)) || !walk.spells(inner, reading, depth, place)) continue;
    reading.envelope = innerKey === "" ? value : outer;
    return true;
  }
  const errors = firstItems(read(value, "errors"), reading);
  reading.isGraphql ||= isGraphql(value, errors);
  if (errors?.some((error) => enterGraphql(error, reading, depth + 1, walk)) === true) return true;
  if (isGood) return false;
  // `URL` and `location` carry their text in `href`
  const href = read(value, "href");
  return typeof href === "string" && walk.enter(href, reading, depth + 1);
}

/** GraphQL keeps a number among an error's extensions, or there in the answer of the service behind it. */
function enterGraphql(error: unknown, reading: Reading, depth: number, walk: Walk): boolean {
  if (!markVisited(error, reading)) return false;
  const words = describeError(error);
  if (words?.isError === true && reading.place !== "body") return walk.enterError(error, words, reading, depth);
  return enterExtensions(error, reading, depth, walk);
}

export function enterExtensions(error: object, reading: Reading, depth: number, walk: Walk): boolean {
  const extensions = read(error, "extensions");
  if (!markVisited(extensions, reading)) return false;
  const body = read(read(extensions, "response"), "body");
  return walk.enter(body, reading, depth) || walk.spells(extensions, reading, depth, "graphql");
}

/** What an envelope says about itself. */
export function saidBy(value: object): boolean | undefined {
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
function isGraphql(body: object, errors: readonly unknown[] | undefined): boolean {
  const [first] = errors ?? [];
  if (typeof first !== "object" || first === null || !keysOf(body).every((key) => answerKeys.test(key))) return false;
  const keys = keysOf(first);
  if (!keys.includes("message") || !keys.every((key) => errorKeys.test(key))) return false;
  return isList(first, "path") || isList(first, "locations") || (read(body, "data") ?? null) === null;
}

/** An address in GraphQL is a list: a linter writes the name of a file. */
function isList(error: object, key: string): boolean {
  return attempt(() => Array.isArray(read(error, key))) === true;
}

function keysOf(value: object): readonly string[] {
  return attempt(() => Object.keys(value)) ?? [""];
}
