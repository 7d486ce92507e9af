import { read, readString } from "./read.js";

/** Looks for a body one level further in. Undefined: this reader does not know such a thing. */
type Carrier = (value: unknown) => unknown;

/** Where libraries keep the answer inside the error that they throw, one reader an envelope, asked in this order. */
export const errorCarriers: readonly Carrier[] = [
  (value) => read(read(value, "response"), "data"), // axios
  (value) => read(read(value, "response"), "_data"), // ofetch
  (value) => read(value, "data"), // ofetch, ky
  (value) => read(value, "info"), // the error of SWR's own documentation
  (value) => read(value, "body"),
  (value) => read(value, "responseText"), // XMLHttpRequest
  (value) => read(value, "cause"),
  (value) => read(value, "error"), // PromiseRejectionEvent and friends
  (value) => read(value, "errors"), // AggregateError
];

/** Envelopes of services: the failure sits at a known place in a plain body. */
export const bodyCarriers: readonly Carrier[] = [
  (value) => read(value, "base_resp"), // WeChat's console
  (value) => read(read(value, "Response"), "Error"), // Tencent Cloud API 3.0
  (value) => (read(value, "success") === false ? read(value, "data") : undefined), // Umi around a relayed answer
  (value) => (read(value, "code") !== undefined && read(value, "status") !== undefined ? read(value, "data") : undefined), // QC.api
  (value) => read(read(read(value, "errors"), "0"), "extensions"), // GraphQL
  (value) => read(value, "extensions"), // RFC 9457 with its members nested
];

/** Whether somebody threw this: an error of this realm or another, or what a library uses for one. */
export function isErrorLike(value: unknown): boolean {
  return typeof value === "object" && readString(value, "message") !== undefined && readString(value, "name") !== undefined;
}

/** Whether this is an answer with its status and headers: `Response`, axios' response, or alike. */
export function isResponseLike(value: unknown): boolean {
  return typeof read(value, "status") === "number" && typeof read(value, "headers") === "object";
}
