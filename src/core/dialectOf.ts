import { dialects } from "../catalog/dialects.js";
import type { Dialect, Match } from "../model/Dialect.js";
import { read } from "./read.js";
import { strictCode } from "./strictCode.js";

/** Where a body was found. Errors have a `message` whatever they are; in GraphQL a bare `code` is the place for a number. */
export type Place = "body" | "error" | "graphql";

/** A bot's numbers have five digits and more; smaller ones beside a `message` are the app's own. */
const smallestBotCode = 10_000;

/** The dialect that a body's own fields spell. Nothing nested is looked at, and no field twice; `seen` were read before. */
export function dialectOf(body: object, place: Place, seen?: Readonly<Record<string, unknown>>): Match | undefined {
  let key = "";
  let value: unknown;
  for (const dialect of dialects) {
    if (dialect[1] !== key) value = look(body, (key = dialect[1]), seen);
    if (!isSpelled(value, key)) continue;
    const beside = dialect[2] === "" ? undefined : look(body, dialect[2], seen);
    if ((dialect[2] === "" || beside !== undefined) && isSpoken(dialect, place, value))
      return { dialect, value, beside, seen };
  }
  return undefined;
}

function look(body: object, key: string, seen: Readonly<Record<string, unknown>> | undefined): unknown {
  return seen !== undefined && key in seen ? seen[key] : read(body, key);
}

/** Somebody else's `ret` may be a list; only `error` is a failure also when it is an object. */
function isSpelled(value: unknown, key: string): boolean {
  return value !== undefined && (typeof value !== "object" || value === null || key === "error");
}

function isSpoken([name]: Dialect, place: Place, value: unknown): boolean {
  if (name === "graphql") return place === "graphql";
  return name !== "bot" || (place === "body" && Math.abs(strictCode(value) ?? 0) >= smallestBotCode);
}
