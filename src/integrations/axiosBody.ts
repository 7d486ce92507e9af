import { binaryOf } from "./binaryOf.js";
import { judgedBody } from "./judgedBody.js";

/** A failure is small: what is larger is not opened. */
const maxLength = 262_144;
/** JSON, a script's callback with an object or a text, whatever guards it, or a form. */
const spoken =
  /^\s*(?:\{|;?\s*(?:\/\*\*\/\s*)?(?:typeof\s[^(]{1,80}&&\s*)?[\w.$]{1,80}\s*\(\s*[{"]|[\w.-]{1,80}=[^\s{}<]*$)/;

/** What an answer says, whatever it was asked for as; undefined for a file, which says nothing. */
export async function axiosBody(raw: unknown): Promise<unknown> {
  if (typeof raw === "string") return raw.length <= maxLength ? judgedBody(raw) : raw;
  const binary = binaryOf(raw);
  if (binary === undefined) return raw;
  if (binary.size > maxLength) return undefined;
  const text = await binary.text();
  return spoken.test(text) ? judgedBody(text) : undefined;
}
