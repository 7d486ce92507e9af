import type { Dialect } from "../model/Dialect.js";

/**
 * How Tencent's services, and those that relay them, spell a failure, the most telling first: name, key of the number, a key
 * that must be beside it, key of the text, key of a second code, whose numbers these are. Rows with one key stand together.
 * @see https://wiki.connect.qq.com/公共返回码说明 (openapi, oauth)
 * @see https://cloud.tencent.com/document/product/850/38750 (cloud3)
 */
// prettier-ignore
export const dialects: readonly Dialect[] = [
  ["weibo", "ret", "errcode", "msg", "errcode", "other"],
  ["wechatBot", "ret", "errmsg", "errmsg", "", "other"],
  ["wechatConsole", "ret", "err_msg", "err_msg", "", "other"],
  ["openapi", "ret", "", "msg", "", "table"],
  ["wechat", "errcode", "", "errmsg", "", "other"],
  ["oauth", "error", "", "error_description", "", "table"],
  ["im", "ErrorCode", "ActionStatus", "ErrorInfo", "", "other"],
  ["wechatConsole", "ErrCode", "Ret", "ErrMsg", "", "other"],
  ["cloudSession", "returnCode", "returnMessage", "returnMessage", "", "other"],
  ["umi", "errorCode", "errorMessage", "errorMessage", "", "relayed"],
  ["ams", "errorCode", "errorStr", "errorStr", "", "other"],
  ["cloud3", "Code", "Message", "Message", "Code", "other"],
  ["envelope", "code", "", "message", "", "relayed"],
  ["cloud2", "code", "codeDesc", "message", "codeDesc", "other"],
  ["problem", "code", "title", "detail", "", "relayed"],
  ["graphql", "code", "", "message", "", "relayed"],
  ["qzone", "code", "subcode", "message", "subcode", "other"],
  ["bot", "code", "message", "message", "", "other"],
];
