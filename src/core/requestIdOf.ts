type Ids = Readonly<
  Partial<Record<"request_id" | "requestId" | "RequestId" | "seq" | "traceId" | "trace_id", unknown>>
>;

/** The number under which the server can find this call, as a body names it. */
export function requestIdOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  try {
    const { request_id, requestId, RequestId, seq, traceId, trace_id }: Ids = body;
    const id = request_id ?? requestId ?? RequestId ?? seq ?? traceId ?? trace_id;
    return typeof id === "string" && id !== "" ? id : undefined;
  } catch {
    return undefined;
  }
}
