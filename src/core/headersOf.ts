import { read } from "./read.js";

/** A way to one header by its lower-case name, from `Headers`, axios' headers or a plain object. Total. */
export function headersOf(headers: unknown): (name: string) => string | undefined {
  if (headers === undefined) return none;
  const get = read(headers, "get");
  return (name) => {
    try {
      const value: unknown = typeof get === "function" ? Reflect.apply(get, headers, [name]) : read(headers, name);
      return typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;
    } catch {
      return undefined;
    }
  };
}

function none(): undefined {
  return undefined;
}
