import { attempt } from "../base/safely.js";
import { createReading } from "../diagnose/createReading.js";
import { readText } from "../diagnose/readText.js";

/** JSON and JSONP as what they hold; all else as its text. */
export function bodyOf(text: string): unknown {
  const json = attempt((): readonly [unknown] => [JSON.parse(text)]);
  if (json !== undefined) return json[0];
  const { kind, body, isElided, isLoose } = readText(text, createReading({}), 1);
  return kind === "body" && !isElided && !isLoose && typeof body === "object" ? body : text;
}

/** What to judge an answer by: the text as it came, unless it is JSON of an object. A script's call, and a text in JSON, tell by what is around. */
export function judgedBody(text: string, body: unknown = bodyOf(text)): unknown {
  return typeof body === "string" || !/^\s*[^\w$;/]/.test(text) ? text : body;
}
