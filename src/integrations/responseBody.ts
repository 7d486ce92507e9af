import { attempt } from "../base/safely.js";
import { readText } from "../diagnose/readText.js";

/** JSON and JSONP as their value; everything else as text. */
export function bodyOf(text: string): unknown {
  const json = attempt((): readonly [unknown] => [JSON.parse(text)]);
  if (json !== undefined) return json[0];
  const { kind, body, isElided, isLoose } = readText(text, true);
  return kind === "body" && isElided !== true && isLoose !== true && typeof body === "object" ? body : text;
}

/** What `diagnose` is given of an answer: the value of a JSON object, else the text, since JSONP and quoted JSON are recognised by their syntax. */
export function judgedBody(text: string, body: unknown = bodyOf(text)): unknown {
  return typeof body === "string" || !/^\s*[^\w$;/]/.test(text) ? text : body;
}
