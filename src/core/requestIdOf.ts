import { attempt } from "./attempt.js";

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
