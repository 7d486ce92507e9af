import { attempt } from "./attempt.js";

/** The property of anything at all, or undefined: getters that throw and revoked proxies read as nothing. */
export function read(value: unknown, key: string | number): unknown {
  try {
    return (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  } catch {
    return undefined;
  }
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
