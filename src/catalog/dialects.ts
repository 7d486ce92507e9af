/** One way in which a service writes a failure. What is special about it is a field of its row, never a name in the code. */
export interface Dialect {
  readonly name: string;
  /** The key of the number. */
  readonly codeKey: string;
  /** A key that must stand beside the number, or blank. */
  readonly companionKey: string;
  readonly messageKey: string;
  /** The key of a second code, or blank. */
  readonly subcodeKey: string;
  /** Whose numbers these are: the vendor's table itself, a service that passes the table's on, or another service. */
  readonly numbers: "table" | "relayed" | "other";
  /**
   * What must be true beside the keys. `graphql`: it lies where GraphQL keeps numbers. `unsuccessful`: it says `success: false`.
   * `problem`: it failed, or is written as RFC 9457 asks. `body`: it is a body of its own, no error and no extension. `relayed`: the
   * number is one of the vendor's, or negative in what is not known to have failed.
   */
  readonly only?: "graphql" | "unsuccessful" | "problem" | "body" | "relayed";
  /** Smaller numbers, whatever their sign, are not this service's. */
  readonly minCode?: number;
  /** The number's key is `error`: it may hold an object or a word of OAuth's instead, and `false` where nothing failed. */
  readonly isErrorKey?: true;
  /** `success: true` beside the number counts more than the number. */
  readonly trustsSuccess?: true;
  /** The back end's numbers stand in the message: `0x71f 0x5b`. */
  readonly subcodeInMessage?: true;
  /** The number of the call stands at the end of the message: `rid: …`. */
  readonly idInMessage?: true;
  /**
   * Below this the platform itself failed; above it its gateway or the API refused the call. That says no more than who can mend a
   * number without a row: no category, no retry, no remedy.
   * @see https://wiki.connect.qq.com/公共返回码说明
   */
  readonly platformBelow?: number;
}

/** One row: five keys, whose numbers these are, and what is special about the dialect. */
type DialectRow = readonly [
  name: string,
  codeKey: string,
  companionKey: string,
  messageKey: string,
  subcodeKey: string,
  numbers: Dialect["numbers"],
  special?: Partial<Dialect>,
];

/**
 * How Tencent's services, and those that relay them, write a failure, the most telling first. Rows with one `codeKey` stand
 * together.
 * @see https://wiki.connect.qq.com/公共返回码说明 (openapi, oauth)
 * @see https://cloud.tencent.com/document/product/850/38750 (cloud3)
 */
// prettier-ignore
const rows: readonly DialectRow[] = [
  ["weibo", "ret", "errcode", "msg", "errcode", "other"],
  ["wechatBot", "ret", "errmsg", "errmsg", "", "other"],
  ["wechatConsole", "ret", "err_msg", "err_msg", "", "other"],
  ["openapi", "ret", "", "msg", "", "table", { subcodeInMessage: true, platformBelow: -50 }],
  ["wechat", "errcode", "", "errmsg", "", "other", { idInMessage: true }],
  ["oauth", "error", "", "error_description", "", "table", { isErrorKey: true }],
  ["im", "ErrorCode", "ActionStatus", "ErrorInfo", "", "other"],
  ["wechatConsole", "ErrCode", "Ret", "ErrMsg", "", "other"],
  ["cloudSession", "returnCode", "returnMessage", "returnMessage", "", "other"],
  ["umi", "errorCode", "errorMessage", "errorMessage", "", "relayed", { trustsSuccess: true }],
  ["ams", "errorCode", "errorStr", "errorStr", "", "other"],
  ["envelope", "errorCode", "", "message", "", "relayed", { only: "relayed" }],
  ["cloud3", "Code", "Message", "Message", "Code", "other"],
  ["envelope", "code", "", "message", "", "relayed", { only: "unsuccessful" }],
  ["cloud2", "code", "codeDesc", "message", "codeDesc", "other"],
  ["problem", "code", "title", "detail", "", "relayed", { only: "problem" }],
  ["graphql", "code", "", "message", "", "relayed", { only: "graphql" }],
  ["qzone", "code", "subcode", "message", "subcode", "other"],
  // smaller numbers beside a message are the app's own
  ["bot", "code", "message", "message", "", "other", { only: "body", minCode: 10_000 }],
  // a server's own failure, with the number of the call behind it
  ["envelope", "code", "", "message", "", "relayed", { only: "relayed" }],
  ["envelope", "errCode", "", "errMessage", "", "relayed", { only: "relayed" }],
  ["envelope", "error_code", "", "error_msg", "", "relayed", { only: "relayed" }],
  ["envelope", "errno", "", "errmsg", "", "relayed", { only: "relayed" }],
];

function createDialect([name, codeKey, companionKey, messageKey, subcodeKey, numbers, special]: DialectRow): Dialect {
  return { name, codeKey, companionKey, messageKey, subcodeKey, numbers, ...special };
}

/** The dialects, the most telling first. */
export const dialects: readonly Dialect[] = /* @__PURE__ */ rows.map(createDialect);

/** The row of a dialect, or the first of its rows where it has several. */
export function findDialect(name: string): Dialect | undefined {
  return dialects.find((dialect) => dialect.name === name);
}
