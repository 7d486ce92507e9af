import { read, parseCode } from "../base/safely.js";
import { dialects } from "../catalog/dialects.js";
import type { Dialect, Match } from "../model/Dialect.js";
import type { Reading } from "./Reading.js";

/** Where a body was found. Errors have a `message` whatever they are; in GraphQL a bare `code` is the place for a number. */
export type Position = "body" | "error" | "graphql";

/** A bot's numbers have five digits and more; smaller ones beside a `message` are the app's own. */
const smallestBotCode = 10_000;

/** The body that is looked at, where it was found, and what was read of it before. */
export interface Candidate {
  readonly body: object;
  readonly place: Position;
  readonly reading: Reading;
  readonly seen: Readonly<Record<string, unknown>> | undefined;
  /** What the body says about its own success. */
  readonly says: boolean | undefined;
}

/** The dialect that a body's own fields spell. Nothing nested is looked at, and no field twice. */
export function matchDialect(looked: Candidate): Match | undefined {
  const { body, seen } = looked;
  let key = "";
  let value: unknown;
  for (const dialect of dialects) {
    if (dialect[1] !== key) value = fieldOf(body, (key = dialect[1]), seen);
    if (!hasCodeField(value, key)) continue;
    const beside = dialect[2] === "" ? undefined : fieldOf(body, dialect[2], seen);
    if ((dialect[2] === "" || beside !== undefined) && appliesTo(dialect, value, looked))
      return { dialect, value, beside, seen };
  }
  return undefined;
}

function fieldOf(body: object, key: string, seen: Readonly<Record<string, unknown>> | undefined): unknown {
  return seen !== undefined && Object.hasOwn(seen, key) ? seen[key] : read(body, key);
}

/** Another service's `ret` may be a list; only `error` is a failure also when it is an object. */
function hasCodeField(value: unknown, key: string): boolean {
  return value !== undefined && (typeof value !== "object" || value === null || key === "error");
}

function appliesTo([name]: Dialect, value: unknown, { body, place, reading, seen, says }: Candidate): boolean {
  if (name === "graphql") return place === "graphql";
  if (name === "envelope") return says === false;
  if (name === "problem") return place !== "body" || isFailed(reading) || isProblem(body, seen);
  return name !== "bot" || (place === "body" && Math.abs(parseCode(value) ?? 0) >= smallestBotCode);
}

function isFailed({ place, isThrown }: Reading): boolean {
  return place === "failed" || isThrown;
}

/** A resource has a `code` and a `title` too: a problem has a failing status or the address of its type. */
function isProblem(body: object, seen: Candidate["seen"]): boolean {
  const status = fieldOf(body, "status", seen);
  if (typeof status === "number") return status >= 400 && status < 600;
  const type = read(body, "type");
  return typeof type === "string" && /^(?:about:|https?:|urn:|tag:)/i.test(type);
}
