import { attempt } from "../core/attempt.js";
import { createReading } from "../core/createReading.js";
import { readText } from "../core/readText.js";

/** JSON and JSONP as what they hold; all else as its text. */
export function bodyOf(text: string): unknown {
  const json = attempt((): readonly [unknown] => [JSON.parse(text)]);
  if (json !== undefined) return json[0];
  const { kind, body, isElided, isLoose } = readText(text, createReading({}), 1);
  return kind === "body" && !isElided && !isLoose && typeof body === "object" ? body : text;
}
