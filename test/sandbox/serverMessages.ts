/**
 * What the real servers say beside a code. Lines ending in "observed" are quoted from public reports, the others are
 * constructed. Texts are unstable in reality, so nothing may depend on them.
 * @see https://wiki.connect.qq.com/公共返回码说明
 */
// prettier-ignore
export const serverMessages: Readonly<Record<number, string>> = {
  [-1]: "client request's parameters are invalid", // observed
  [-2]: "the appid does not exist",
  [-3]: "the app has no right to this api",
  [-4]: "app ip is not allowed",
  [-5]: "signature verification failed", // observed
  [-6]: "api freq out of limit",
  [-7]: "request protocol is illegal",
  [-8]: "request is restricted",
  [-9]: "api does not exist",
  [-10]: "app internal ip is not allowed",
  [-11]: "app external ip is not allowed",
  [-12]: "debug account is restricted",
  [-20]: "api not authorized by user",
  [-21]: "access token is abolished",
  [-22]: "openid is invalid", // observed
  [-23]: "token is invalid",
  [-24]: "openid or openkey verification failed",
  [-25]: "0x71f 0x5b",
  [-26]: "0x71f 0x5a",
  [-70]: "appid is illegal while verifying openkey",
  [-71]: "openid and openkey do not match",
  [-72]: "appkey does not match",
  [-73]: "the user modify password wrong", // observed
  100000: "response_type is illegal",
  100001: "param client_id is wrong or lost ", // observed
  100002: "param client_secret is wrong or lost ",
  100003: "header authorization is lost",
  100004: "param grant_type is wrong or lost ",
  100005: "param code is wrong or lost ",
  100006: "param refresh_token is wrong or lost ",
  100007: "param access token is wrong or lost ", // observed
  100008: "client id is illegal",
  100009: "client secret is illegal", // observed
  100010: "redirect uri is illegal", // observed
  100011: "app is not online",
  100012: "http method is not post",
  100013: "access token is illegal", // observed
  100014: "access token is expired",
  100015: "access token is abolished",
  100016: "access token check failed", // observed
  100019: "code to access token error", // observed
  100020: "code is reused error",
  100021: "get access token error", // observed
  100029: "http request is illegal",
  100048: "CompanyID not set", // observed
  251001: "param is illegal",
  251002: "invalid access token",
  251003: "get friend openid failed",
  251004: "get friend cache failed",
  251005: "update friend cache failed",
  1002: "请先登录", // observed
};

/** The server's text for a code. Always has one, also for undocumented numbers. */
export function serverMessage(code: number): string {
  return serverMessages[code] ?? `error ${code}`;
}
