import type { Dialect } from "../model/Dialect.js";

/**
 * How Tencent's services spell a failure, the most telling first: name, key of the number, a key that must be beside it,
 * key of the text, key of a second code, whether its numbers are those of the vendor's table.
 * @see https://wiki.connect.qq.com/公共返回码说明 (openapi, oauth)
 * @see https://cloud.tencent.com/document/product/850/38750 (cloud3)
 */
// prettier-ignore
export const dialects: readonly Dialect[] = [
  ["weibo", "ret", "errcode", "msg", "errcode", false],
  ["wechatBot", "ret", "errmsg", "errmsg", "", false],
  ["wechatConsole", "ret", "err_msg", "err_msg", "", false],
  ["openapi", "ret", "", "msg", "", true],
  ["wechat", "errcode", "", "errmsg", "", false],
  ["oauth", "error", "", "error_description", "", true],
  ["im", "ErrorCode", "ActionStatus", "ErrorInfo", "", false],
  ["wechatConsole", "ErrCode", "Ret", "ErrMsg", "", false],
  ["cloudSession", "returnCode", "returnMessage", "returnMessage", "", false],
  ["umi", "errorCode", "errorMessage", "errorMessage", "", true],
  ["ams", "errorCode", "errorStr", "errorStr", "", false],
  ["cloud2", "code", "codeDesc", "message", "codeDesc", false],
  ["cloud3", "Code", "Message", "Message", "Code", false],
  ["problem", "code", "title", "detail", "", true],
  ["bot", "code", "message", "message", "", false],
];
