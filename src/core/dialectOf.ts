import { dialects } from "../catalog/dialects.js";
import type { Dialect } from "../model/Dialect.js";
import { read } from "./read.js";
import { strictCode } from "./strictCode.js";

/** A bot's numbers have five digits and more; smaller ones beside a `message` are the app's own. */
const smallestBotCode = 10_000;

/** The dialect that a body's own fields spell. Nothing nested is looked at. */
export function dialectOf(body: object): Dialect | undefined {
  let lastKey = "";
  let value: unknown;
  for (const dialect of dialects) {
    if (dialect[1] !== lastKey) value = read(body, (lastKey = dialect[1]));
    if (value === undefined) continue;
    if (dialect[2] !== "" && read(body, dialect[2]) === undefined) continue;
    if (dialect[0] === "bot" && Math.abs(strictCode(value) ?? 0) < smallestBotCode) continue;
    return dialect;
  }
  return undefined;
}
