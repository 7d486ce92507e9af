import { attempt, read } from "../base/safely.js";

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

const names = ["request_id", "requestId", "RequestId", "seq", "traceId", "trace_id"] as const;

type Ids = Readonly<Partial<Record<(typeof names)[number], unknown>>>;

/** The number under which the server can find this call, as a body names it. */
export function requestIdOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const id = attempt(() => idIn(body));
  return typeof id === "string" && id !== "" ? id : undefined;
}

function idIn(body: Ids): unknown {
  const { request_id, requestId, RequestId, seq, traceId, trace_id } = body;
  const id = request_id ?? requestId ?? RequestId ?? seq ?? traceId ?? trace_id;
  // one on every object's prototype is none of this body
  return id === undefined || names.some((name) => name in Object.prototype) ? undefined : id;
}

/** The number under which WeChat's family can find a call: `rid: …` or `hints: [ req_id: … ]` at the end of a message. */
export function requestIdIn(message: string): string | undefined {
  return /\br(?:eq_)?id:\s*([\w-]{4,80})/.exec(message.slice(0, 2000))?.[1];
}
