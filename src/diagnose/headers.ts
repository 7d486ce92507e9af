import { attempt, keysOf, read, readString } from "../base/safely.js";

/** A way to one header by its lower-case name, from `Headers`, axios' headers or a plain object. Total. */
export function headersOf(headers: unknown): (name: string) => string | undefined {
  const get = read(headers, "get") ?? read(headers, "getResponseHeader");
  const names = typeof get === "function" ? [] : keysOf(headers);
  return (name) => {
    const value =
      typeof get === "function"
        ? attempt((): unknown => Reflect.apply(get, headers, [name]))
        : // mini-programs hand headers over as the server writes them
          read(headers, names.find((key) => key.toLowerCase() === name) ?? name);
    return typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;
  };
}

/** Whether a body came as JSON. */
export function isJson(headers: unknown): boolean {
  return /\bjson\b/i.test(headersOf(headers)("content-type") ?? "");
}

const dayMs = 86_400_000;

/** Milliseconds that a `Retry-After` asks to wait, from seconds or a date, a day at most. Nonsense and the past read as nothing. */
export function retryAfterOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, dayMs);
  // a date of HTTP begins with its weekday; `Date.parse` would also take "-1" for one
  const ms = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) - Date.now() : -1;
  return ms >= 0 ? Math.min(ms, dayMs) : undefined;
}

/** The number under which the server can find this call, as a body names it. */
export function requestIdOf(body: unknown): string | undefined {
  for (const name of keysOf(body)) {
    const id = /^(?:(?:request|trace)_?id|seq)$/i.test(name) ? readString(body, name) : "";
    if (id) return id;
  }
  return undefined;
}

/** The number under which WeChat's family can find a call: `rid: …` or `hints: [ req_id: … ]` at the end of a message. */
export function requestIdIn(message: string): string | undefined {
  return /\br(?:eq_)?id:\s*([\w-]{4,80})/.exec(message.slice(0, 2000))?.[1];
}
