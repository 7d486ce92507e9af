import { attempt } from "../base/safely.js";

/** Larger files are no failure. */
const maxBytes = 65_536;

/** The text in bytes, as libraries hand over an answer that was asked for as a file. Undefined for all else. */
export function textIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return attempt(() => {
    const isBytes = ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
    return isBytes && value.byteLength <= maxBytes ? new TextDecoder().decode(value) : undefined;
  });
}
