import type { WireShape } from "./WireShape.js";

/** What is to happen to the next call that matches. The first order that matches a call is taken. */
export interface Order {
  /** How the called path begins, without the world. Left out: any call to Tencent or to the app's API. */
  readonly path?: string;
  /** Left out: any method. */
  readonly method?: string;
  /** Answers with this code of the vendor. */
  readonly code?: number;
  /** The server's text beside the code. */
  readonly message?: string;
  /** Left out: the shape that the code's family has in reality. */
  readonly shape?: WireShape;
  /** Left out: the shape's own, which is 200 for nearly all. Without a code the answer is empty. */
  readonly httpStatus?: number;
  /** Sent as `Retry-After`: seconds or a date. */
  readonly retryAfter?: string | number;
  /** Answers with the HTML of Tencent's gateway. */
  readonly html?: 502 | 503 | 504;
  /** Answers with exactly this text. */
  readonly body?: string;
  /** Of `body`. Left out: `text/html`, as Tencent sends nearly everything. */
  readonly contentType?: string;
  /** Waits first. Alone, the call is then answered as usual. */
  readonly delayMs?: number;
  /** Never answers. Ends when the caller aborts. */
  readonly silent?: boolean;
  /** Carries the call out first, then answers as ordered: what a lost answer looks like. */
  readonly afterwards?: boolean;
  /** How many calls this is for. Left out: one. */
  readonly times?: number;
}
