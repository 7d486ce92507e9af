import { read } from "./read.js";

/** The number under which the server can find this call, as a body names it. */
export function requestIdOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const id =
    read(body, "request_id") ??
    read(body, "requestId") ??
    read(body, "RequestId") ??
    read(body, "seq") ??
    read(body, "traceId") ??
    read(body, "trace_id");
  return typeof id === "string" && id !== "" ? id : undefined;
}
