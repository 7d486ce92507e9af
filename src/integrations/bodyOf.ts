import { attempt } from "../core/attempt.js";
import { parse } from "../core/parse.js";

/** JSON and JSONP as what they hold; whatever else as its text. */
export function bodyOf(text: string): unknown {
  const json = attempt((): readonly [unknown] => [JSON.parse(text)]);
  if (json !== undefined) return json[0];
  const { kind, body, isElided } = parse(text);
  return kind === "body" && !isElided && typeof body === "object" ? body : text;
}
