import { bodyOf } from "./bodyOf.js";

/** What to judge an answer by: the text as it came, unless it holds an object, since a text in JSON is a value of the app's. */
export function judgedBody(text: string, body: unknown = bodyOf(text)): unknown {
  return typeof body === "string" ? text : body;
}
