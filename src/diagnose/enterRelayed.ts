import { type Fields, readField } from "../base/safely.js";
import { isBodyText } from "./contents.js";
import type { Walk } from "./enterAnswer.js";
import { enterEach } from "./handedOver.js";
import type { Found } from "./Reading.js";
import { firstFound, type Trail } from "./trail.js";
import { relayKeys } from "./wrapperKeys.js";

/** The answer of another service inside a server's own failure, as an object or as its text. */
export function enterRelayed(
  value: object,
  trail: Trail,
  depth: number,
  fields: Fields,
  walk: Walk,
): Found | undefined {
  const found = firstFound(relayKeys, (key) => {
    const inner = readField(value, key, fields);
    return typeof inner === "object" || isBodyText(inner) ? enterEach(inner, trail, depth + 1, walk) : undefined;
  });
  return found && { ...found, envelope: value };
}
