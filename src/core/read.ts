import { attempt } from "./attempt.js";

/**
 * The property of anything at all, or undefined: getters that throw and revoked proxies read as nothing, and so does what was
 * planted on every object's prototype. What a class defines is read.
 */
export function read(value: unknown, key: string | number): unknown {
  try {
    const found = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
    return found !== undefined && key in Object.prototype && isPlanted(value, key) ? undefined : found;
  } catch {
    return undefined;
  }
}

function isPlanted(value: unknown, key: string | number): boolean {
  let holder: unknown = Object(value);
  while (holder !== null && holder !== Object.prototype) {
    if (Object.hasOwn(holder as object, key)) return false;
    holder = Object.getPrototypeOf(holder);
  }
  return true;
}

/** The same, unless it is inherited: what somebody planted on every object's prototype decides nothing. */
export function readOwn(value: unknown, key: string): unknown {
  return attempt(() => Object.prototype.hasOwnProperty.call(value, key)) === true ? read(value, key) : undefined;
}

/** The same, when it is a string. */
export function readString(value: unknown, key: string): string | undefined {
  const found = read(value, key);
  return typeof found === "string" ? found : undefined;
}
