import type { Reading } from "../model/Reading.js";
import { responseCarriers } from "./carriers.js";
import { enterEnvelope, type Walk } from "./enterEnvelope.js";
import { read } from "./read.js";
import { textIn } from "./textIn.js";

/** The answer inside an error, whose status and headers are noted. Undefined: it has no body, so the error may know more. */
export function enterAnswer(answer: object, reading: Reading, depth: number, walk: Walk): boolean | undefined {
  const found = enterBody(answer, reading, depth, walk);
  if (found === true || (found === undefined && walk.spells(answer, reading, depth, "body"))) return true;
  return enterEnvelope(answer, reading, depth, walk) || found;
}

/** The first carrier that holds an object or a text is the body, unless it is a stream. Undefined: there is none. */
export function enterBody(answer: object, reading: Reading, depth: number, walk: Walk): boolean | undefined {
  for (const key of responseCarriers) {
    const body = read(answer, key);
    if (body && typeof body !== "function")
      return walk.enter(textIn(body) ?? body, reading, depth + 1) || (key === "body" ? undefined : false);
  }
  return undefined;
}
