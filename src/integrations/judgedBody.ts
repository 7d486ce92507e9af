import { bodyOf } from "./bodyOf.js";

/** What to judge an answer by: the text as it came, unless it is JSON of an object. A script's call, and a text in JSON, tell by what is around. */
export function judgedBody(text: string, body: unknown = bodyOf(text)): unknown {
  return typeof body === "string" || !/^\s*[^\w$;/]/.test(text) ? text : body;
}
