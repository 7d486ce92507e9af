import type { Reading, ResponseLike } from "../model/Reading.js";
import { headersOf } from "./headersOf.js";
import { isTencentAddress } from "./isTencentAddress.js";
import { noteCall } from "./noteCall.js";
import { ownOption } from "./ownOptions.js";

const maxValues = 200;

/** What is known about the place that an answer was found at. */
export interface ReadingOptions {
  readonly response?: ResponseLike | undefined;
  /** The app's word on whether the answer is Tencent's. */
  readonly isTencent?: boolean | undefined;
  /** Whether a text may be a page's sentence, as a person pastes it. Default: yes, where no response is known. */
  readonly isPage?: boolean | undefined;
}

/** An empty reading that knows its place. */
export function createReading(options: ReadingOptions): Reading {
  const response = ownOption(options, "response");
  const isTencent = ownOption(options, "isTencent");
  const isPage = ownOption(options, "isPage") ?? true;
  const place = response === undefined ? "asked" : response.status >= 400 ? "failed" : "body";
  // prettier-ignore
  const reading: Reading = { place, isTencent, isPage: isPage && place === "asked", body: undefined, match: undefined, envelope: undefined,
    says: undefined, known: undefined, kind: "body", isElided: false, isLoose: false, isUnread: false, isCallback: false, isEmpty: false, isGraphql: false,
    isThrown: false, isUnanswered: false, httpStatus: undefined, pageStatus: undefined, url: undefined, method: undefined, headers: undefined,
    visited: undefined, budget: maxValues };
  if (response !== undefined) noteCall(response, reading, true);
  return reading;
}

/** Whether an answer is Tencent's: as the app says, else by where it came from. */
export function isTencents({ isTencent, url }: Reading): boolean {
  return isTencent ?? isTencentAddress(url);
}

/** Whether a body came as JSON. */
export function isJson(response: ReadingOptions["response"]): boolean {
  return response !== undefined && /\bjson\b/i.test(headersOf(response.headers)("content-type") ?? "");
}
