import { readString } from "./read.js";

/** Where libraries keep the answer inside the error that they throw, asked in this order. */
// prettier-ignore
export const errorCarriers = [
  "data", // ofetch, ky
  "info", // the error of SWR's own documentation
  "body", "responseText", "cause",
  "errors", "graphQLErrors", "networkError", // AggregateError, GraphQL clients
] as const;

/** Where an answer keeps its body: axios, ofetch, XMLHttpRequest, superagent and got. */
export const responseCarriers = ["data", "_data", "response", "responseText", "body"] as const;

/** Envelopes of services: the failure sits at a known place, one key or two in. */
export const bodyCarriers = [
  ["base_resp", ""], // WeChat's console
  ["Response", "Error"], // Tencent Cloud API 3.0
  ["extensions", ""], // RFC 9457 with its members nested
] as const;

const thrownTag = /Error|Exception/;

/** Whether somebody threw this: an error of this realm or another, or what a library uses for one. Data with a name is none. */
export function isErrorLike(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const name = readString(value, "name");
  return name !== undefined && readString(value, "message") !== undefined && isErrorName(name, value);
}

/** The second half of the question, for who has read the name already. */
export function isErrorName(name: string, value: object): boolean {
  return thrownTag.test(name) || thrownTag.test(tagOf(value));
}

function tagOf(value: object): string {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return "";
  }
}
