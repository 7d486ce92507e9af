import { attempt } from "./attempt.js";

type Ids = Readonly<
  Partial<Record<"request_id" | "requestId" | "RequestId" | "seq" | "traceId" | "trace_id", unknown>>
>;

/** The number under which the server can find this call: in a body, else in its message. */
export function requestIdOf(body: unknown, message?: string): string | undefined {
  const id = typeof body === "object" && body !== null ? attempt(() => idIn(body)) : undefined;
  return typeof id === "string" && id !== "" ? id : idInText(message);
}

function idIn({ request_id, requestId, RequestId, seq, traceId, trace_id }: Ids): unknown {
  return request_id ?? requestId ?? RequestId ?? seq ?? traceId ?? trace_id;
}

/** WeChat's family writes `rid: …` or `hints: [ req_id: … ]` at the end of its message. */
function idInText(message: string | undefined): string | undefined {
  return message?.includes(":") === true
    ? /\br(?:eq_)?id:\s*([\w-]{4,80})/.exec(message.slice(0, 2000))?.[1]
    : undefined;
}
