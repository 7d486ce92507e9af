/** Where libraries keep the answer inside the error that they throw, asked in this order. */
export const errorKeys = [
  "data", // ofetch, ky
  "info", // the error of SWR's own documentation
  "body",
  "responseText",
  "bodyText", // Apollo 4
  "result", // Apollo 3
  "json", // wretch
  "text", // wretch, where it was asked for no JSON
  "cause",
  "errors", // AggregateError
  "graphQLErrors",
  "networkError",
  "original", // an app's own error around one of axios
  "originalError",
  "$metadata", // SDKs of AWS
  "context", // Supabase's functions
  "details", // Strapi
  "detail", // Hono
] as const;

/** Where an answer keeps its body: axios, ofetch, XMLHttpRequest, superagent and got. */
export const responseKeys = ["data", "_data", "response", "responseText", "text", "body"] as const;

/** Envelopes of services: the failure sits at a known place, one key or two in. */
export const bodyKeys = [
  ["base_resp", ""], // WeChat's console
  ["Response", "Error"], // Tencent Cloud API 3.0
  ["extensions", ""], // RFC 9457 with its members nested
] as const;

/**
 * Where servers keep the answer of the service behind them: Umi's `data`, Strapi's `details`, Nest's `message` and `originalError`,
 * FastAPI's `detail`, tRPC's `cause`, Apollo's `exception`.
 */
// prettier-ignore
export const relayKeys = [
  "data", "cause", "error", "message", "msg", "result", "detail", "details", "body", "originalError", "exception",
] as const;
