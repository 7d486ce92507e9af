import { read } from "./read.js";

/** One header by its lower-case name, from `Headers`, axios' headers or a plain object. */
export function headerOf(headers: unknown, name: string): string | undefined {
  if (headers === undefined) return undefined;
  try {
    const get = read(headers, "get");
    const value: unknown = typeof get === "function" ? Reflect.apply(get, headers, [name]) : read(headers, name);
    return typeof value === "string" && value !== "" ? value : undefined;
  } catch {
    return undefined;
  }
}
