import { attempt } from "./attempt.js";

/** Blanks, control characters and backslashes, which browsers drop or turn; a scheme without a plain `//host` behind it. */
const disguised = /[\s\\\0-\x1f\x7f]|^[a-z][a-z\d+.-]*:(?!\/\/[^/?#@]+(?:[/?#]|$))/i;

/**
 * A web address, read once and whole. Undefined for every other scheme, for what is none, and for what reads like another one:
 * `https://known.example@other.example`, a backslash, a line break.
 */
export function webAddress(address: unknown, base?: string): URL | undefined {
  if (typeof address !== "string" || disguised.test(address)) return undefined;
  const url = attempt(() => new URL(address, base));
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.password === "" ? url : undefined;
}
