import { describe, expect, test } from "vitest";
import { tencentCatalog } from "../../src/catalog/tencentCatalog.js";
import { diagnose, isFailure } from "../../src/diagnose/diagnose.js";
import { unwrap } from "../../src/diagnose/unwrap.js";
import { objectShapes, pageShapes, type QqShape, textShapes } from "./qqShapes.js";

const message = "a message (of 3 words)";
/** Shapes that good answers have too: they count for what was thrown and where HTTP says that it failed. */
const weak = new Set(["JSON text of JSON text", "what RFC 9457 says", ...pageShapes.map(([name]) => name)]);
const numberAndText = (code: number) => [code, String(code)] as const;
const numberTextAndBigint = (code: number) => [code, String(code), BigInt(code)] as const;

describe("reads all 45 codes alike in", { tags: ["P22"] }, () => {
  test.each<readonly [...QqShape, (code: number) => readonly (number | string | bigint)[]]>([
    ...textShapes.map((shape) => [...shape, numberAndText] as const),
    ...pageShapes.map((shape) => [...shape, (code: number) => [code]] as const),
    ...objectShapes.map((shape) => [...shape, numberTextAndBigint] as const),
  ])("%s", (name, dialect, confidence, spell, spellings) => {
    for (const row of tencentCatalog.rows)
      for (const code of spellings(row.code)) {
        const raw = spell({ code, message });
        const { failure, ...diagnosis } = diagnose(raw);
        expect([failure.code, failure.dialect, failure.confidence]).toEqual([row.code, dialect, confidence]);
        const { category, fixer, retry, remedies, reason } = row;
        expect(diagnosis).toEqual({ row, catalog: "tencent", category, fixer, retry, remedies, fingerprint: reason });
        expect(isFailure(raw)).toBe(!weak.has(name));
      }
  });
});

describe("takes for no failure", () => {
  test.each([
    ["ret 0", { ret: 0 }],
    ["ret 0 as text", { ret: "0", msg: "" }],
    ["a success with a filled message", { ret: 0, msg: "user is logged in." }],
    ["a success that lost data", { ret: 0, msg: "", is_lost: 1 }],
    ["error 0", { error: 0 }],
    ["errcode 0", { errcode: 0, errmsg: "ok" }],
    ["error null", { error: null, data: [1] }],
    ["error false", { error: false }],
    ["ret true", { ret: true, data: 1 }],
    ["another vendor's list of words", { ret: ["SUCCESS::ok"], data: {} }],
    ["tokens", "access_token=FE04&expires_in=7776000&refresh_token=88E4"],
    ["an openid", 'callback( {"client_id":"1","openid":"CF2"} );'],
    ["an app's own answer", { code: 200, message: "success", data: { ret: -21 } }],
    ["a person with a message", { name: "Ann", message: "hi", id: 3 }],
    ["a list", [{ ret: -21 }]],
    ["an authorization code", "https://app.example/cb?code=100010&state=s1"],
    ["an authorization code with an empty message", "https://app.example/cb?code=100010&msg=&state=s1"],
    ["Umi's success", { success: true, data: {}, errorCode: "0" }],
    ["nothing", undefined],
    ["null", null],
    ["a number", 100016],
  ])("%s", (_what, raw) => {
    expect(isFailure(raw)).toBe(false);
    expect(diagnose(raw)).toMatchObject({ category: "unknown", retry: "no", row: null });
  });

  test("a success, which has the code 0", () => {
    expect(diagnose({ ret: 0, msg: "ok" }).failure).toMatchObject({ code: 0, dialect: "openapi" });
  });
});

describe("keeps the number of an undocumented code:", { tags: ["F52"] }, () => {
  test.each([
    ["in the gateway's range", { ret: -13 }, -13, "developer"],
    ["below the gateway's range", { ret: -999 }, -999, "platform"],
    ["of the API itself", { ret: 1018, msg: "请先登录" }, 1018, "developer"],
    ["of OAuth", { error: 100027 }, 100027, "developer"],
  ])("%s", (_where, raw, code, fixer) => {
    expect(diagnose(raw)).toMatchObject({
      category: "unknown",
      fixer,
      retry: "no",
      remedies: [],
      row: null,
      failure: { code },
    });
    expect(isFailure(raw)).toBe(true);
  });
});

test("a dialect that is no text was not given", () => {
  for (const dialect of [null, undefined, 0, {}, Symbol("x")])
    expect(diagnose({ ret: -21, msg: "m" }, { dialect } as object).failure).toMatchObject({
      dialect: "openapi",
      code: -21,
    });
});

describe("recognises another service's dialect and gives it no row:", () => {
  test.each([
    ["weibo", { ret: 3, errcode: -21, msg: "x" }],
    ["wechat", { errcode: -1, errmsg: "system error" }],
    ["wechatBot", { ret: -21, errmsg: "x" }],
    ["wechatConsole", { base_resp: { ret: -23, err_msg: "acct/password error" } }],
    ["wechatConsole", { Ret: 400, ErrMsg: "", ErrCode: -6 }],
    ["im", { ActionStatus: "FAIL", ErrorCode: 100016, ErrorInfo: "x" }],
    ["cloud2", { code: 4500, message: "x", codeDesc: "RequestExpired" }],
    ["cloud3", { Response: { Error: { Code: "AuthFailure.X", Message: "x" }, RequestId: "r-1" } }],
    ["cloudSession", { returnCode: 1007, returnMessage: "x" }],
    ["ams", { errorCode: "-1", errorStr: "您还没有登录" }],
    ["qzone", { code: -3000, subcode: -4001, message: "x" }],
  ])("%s", (dialect, raw) => {
    const { row, failure } = diagnose(raw);
    expect([row, failure.dialect]).toEqual([null, dialect]);
    expect(isFailure(raw)).toBe(true);
  });

  test("a bot, whose shape an app's own answers have too", () => {
    const raw = { code: 11244, message: "x" };
    expect(diagnose(raw)).toMatchObject({ row: null, failure: { dialect: "bot", code: 11244 } });
    expect(isFailure(raw)).toBe(false);
    expect(isFailure({ response: { status: 500, headers: {}, data: raw }, name: "AxiosError", message: "" })).toBe(
      true,
    );
  });

  test("one that the app names", () => {
    expect(diagnose({ ret: -2, msg: "x" }, { dialect: "foreign" })).toMatchObject({
      row: null,
      failure: { dialect: "foreign", code: -2 },
    });
  });
});

describe("without a number, classifies by how it failed:", { tags: ["F49", "F59", "F60"] }, () => {
  const http = (status: number, fields: object = {}) => ({ status, headers: new Headers(), data: "", ...fields });
  // prettier-ignore
  test.each([
    ["a lost connection in Chrome", new TypeError("Failed to fetch"), "network", "backoff"],
    ["a lost connection in Firefox", new TypeError("NetworkError when attempting to fetch resource."), "network", "backoff"],
    ["a lost connection in Safari", new TypeError("Load failed"), "network", "backoff"],
    ["a lost connection in older Safari", new TypeError("The Internet connection appears to be offline."), "network", "backoff"],
    ["a lost connection in Safari in Chinese", new TypeError("似乎已断开与互联网的连接。"), "network", "backoff"],
    ["a lost connection in Node", new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") }), "network", "backoff"],
    ["a time-out", new DOMException("signal timed out", "TimeoutError"), "network", "backoff"],
    ["a time-out of axios", Object.assign(new Error("timeout of 5000ms exceeded"), { name: "AxiosError", code: "ECONNABORTED" }), "network", "backoff"],
    ["a bug in the page", new TypeError("fetchFriends is not a function"), "unknown", "no"],
    ["another bug in the page", new TypeError("Cannot read properties of undefined (reading 'connection')"), "unknown", "no"],
    ["an abort", new DOMException("aborted", "AbortError"), "cancelled", "no"],
    ["an abort of axios", Object.assign(new Error("canceled"), { name: "CanceledError", code: "ERR_CANCELED" }), "cancelled", "no"],
    ["an abort of TanStack Query", new Error("CancelledError"), "cancelled", "no"],
    ["a person who said no at QQ", "https://app.example/cb?usercancel=1&state=s", "cancelled", "no"],
    ["a person who said no elsewhere", "https://app.example/cb?error=access_denied&state=s", "cancelled", "no"],
    ["HTTP 429", http(429), "rateLimit", "backoff"],
    ["HTTP 408", http(408), "network", "backoff"],
    ["HTTP 503", http(503), "platform", "backoff"],
    ["HTTP 500", http(500), "platform", "manual"],
    ["HTTP 404", http(404), "unknown", "no"],
    ["HTTP 403 with a page", http(403, { data: "<html><title>403 Forbidden</title></html>" }), "unknown", "no"],
    ["HTTP 413 with a page", http(413, { data: "<html><title>413 Request Entity Too Large</title></html>" }), "unknown", "no"],
    ["HTTP 500 with ret 0", http(500, { data: { ret: 0 } }), "platform", "manual"],
  ])("%s", (_what, raw, category, retry) => {
    expect(diagnose(raw)).toMatchObject({ category, retry, row: null });
    expect(isFailure(raw)).toBe(true);
  });

  // prettier-ignore
  test.each([
    ["a gateway's page", "<html><head><title>502 Bad Gateway</title></head></html>", "platform", "backoff"],
    ["another page", "<!doctype html><p>Welcome", "platform", "manual"],
    ["an empty answer", "", "unknown", "no"],
  ])("%s, which is a failure with a status that says so", (_what, raw, category, retry) => {
    expect(diagnose(raw)).toMatchObject({ category, retry, row: null });
    expect(isFailure(raw)).toBe(false);
    expect(isFailure(http(500, { data: raw }))).toBe(true);
  });

  // prettier-ignore
  test.each([
    ["Chrome's text", "Failed to fetch", "network", null],
    ["a text of an error", "TypeError: Failed to fetch", "network", null],
    ["Firefox's text", "NetworkError when attempting to fetch resource.", "network", null],
    ["axios' text without an answer", "Network Error", "network", null],
    ["axios' text of a clock", "timeout of 1000ms exceeded", "network", null],
    ["axios' text of a status", "Request failed with status code 503", "platform", 503],
    ["MDN's text of a status", "HTTP error! status: 429", "rateLimit", 429],
    ["a response's status and its text", { status: 502, statusText: "Bad Gateway" }, "platform", 502],
    ["a response of HTTP/2, which has no text", { status: 503, statusText: "" }, "platform", 503],
  ])("%s, where an app kept no more, which fails nothing by itself", (_what, raw, category, status) => {
    const { failure, ...found } = diagnose(raw);
    expect([found.category, found.retry, failure.httpStatus ?? null]).toEqual([category, "backoff", status]);
    expect(isFailure(raw)).toBe(false);
    expect(unwrap(raw)).toBe(raw);
    expect(unwrap(raw, { status: 200, headers: new Headers({ "content-type": "text/plain" }) })).toBe(raw);
  });

  test.each(["Network Error Handbook", "Time out of office", "HTTP 404 and how to live with it", "503", "hello"])(
    "the sentence %j says nothing of a call",
    (raw) => {
      expect(diagnose(raw)).toMatchObject({ category: "unknown", failure: { code: null } });
    },
  );

  test("the words of a cloud function hold what it threw", () => {
    const errMsg = 'cloud.callFunction:fail Error: errCode: -504002 | errMsg: Error: {"ret":-73,"msg":"m"}';
    expect(diagnose({ errCode: -504002, errMsg })).toMatchObject({ category: "reauth", failure: { code: -73 } });
    expect(isFailure({ errMsg: 'chooseImage:ok {"ret":-73}' })).toBe(false);
  });

  // prettier-ignore
  test.each([
    ["a server's own code with 429", 429, { code: 20429, message: "slow down" }, 20429, "rateLimit", "backoff"],
    ["a word for a code with 429", 429, { code: "TOO_FAST", message: "slow down" }, null, "rateLimit", "backoff"],
    ["an undocumented ret with 429", 429, { ret: -64, msg: "m" }, -64, "rateLimit", "backoff"],
    ["an undocumented ret with 502", 502, { ret: -64, msg: "m" }, -64, "platform", "backoff"],
    ["WeChat's own code with 503", 503, { errcode: 45009, errmsg: "reach max api daily quota limit" }, 45009, "platform", "backoff"],
    ["a server's own code with 503", 503, { code: 20503, message: "m" }, 20503, "platform", "backoff"],
    ["a server's own code with 408", 408, { errorCode: 20408, errorMessage: "m" }, 20408, "network", "backoff"],
    ["a server's own code with 500", 500, { code: 50000, message: "m" }, 50000, "platform", "manual"],
    ["an undocumented ret with 500", 500, { ret: -13, msg: "m" }, -13, "unknown", "no"],
    ["a server's own code with 400", 400, { code: 20400, message: "m" }, 20400, "unknown", "no"],
  ])("%s is what the status says, and keeps its number", (_what, status, data, code, category, retry) => {
    expect(diagnose(http(status, { data }))).toMatchObject({ category, retry, row: null, failure: { code } });
  });

  test("an expired token with HTTP 500 is an expired token", () => {
    expect(diagnose(http(500, { data: { ret: -21 } }))).toMatchObject({
      category: "reauth",
      failure: { httpStatus: 500 },
    });
  });
});

describe("keeps of the call", () => {
  test("its status, method, path and request id, and nothing of its query", () => {
    const error = Object.assign(new Error("x"), {
      config: { url: "https://u:p@graph.qq.com/user/get_user_info?access_token=SECRET#x", method: "get" },
      response: {
        status: 400,
        headers: new Headers({ "retry-after": "7", "x-request-id": "r-9" }),
        data: { ret: -6, msg: "busy" },
      },
    });
    expect(diagnose(error).failure).toEqual({
      $tencent: 1,
      dialect: "openapi",
      code: -6,
      confidence: "exact",
      occurredAt: expect.any(Number),
      httpStatus: 400,
      method: "GET",
      path: "/user/get_user_info",
      requestId: "r-9",
      retryAfterMs: 7000,
      serverMessage: "busy",
    });
    expect(JSON.stringify(diagnose(error))).not.toContain("SECRET");
  });

  test.each([
    ["a body's own", { ret: -1, msg: "x", request_id: "a-1" }, "a-1"],
    ["MSDK's", { ret: -1, msg: "x", seq: "123" }, "123"],
    ["Umi's", { success: false, errorCode: -1, errorMessage: "x", traceId: "t-1" }, "t-1"],
    ["Tencent Cloud's", { Response: { Error: { Code: "A.B", Message: "x" }, RequestId: "r-1" } }, "r-1"],
    ["WeChat's", { errcode: 40029, errmsg: "invalid code, rid: 610bd4ad-0b8248fc" }, "610bd4ad-0b8248fc"],
    [
      "WeChat's older",
      { errcode: 40125, errmsg: "invalid appsecret, hints: [ req_id: vDdaA6yFe-Fg6RNa ]" },
      "vDdaA6yFe-Fg6RNa",
    ],
  ])("the id that the server finds it by: %s", (_whose, raw, id) => {
    expect(diagnose(raw).failure.requestId).toBe(id);
  });

  test.each([
    [{ ret: -25, msg: "0x71f 0x5b" }, "0x71f 0x5b"],
    [{ ret: 3, errcode: -3180, msg: "check sign error" }, "-3180"],
    [{ Response: { Error: { Code: "AuthFailure.SignatureFailure", Message: "x" } } }, "AuthFailure.SignatureFailure"],
    [{ error: "invalid_grant" }, "invalid_grant"],
  ])("the second code of %j", (raw, subcode) => {
    expect(diagnose(raw).failure.subcode).toBe(subcode);
  });

  test(
    "server text without controls, direction overrides and broken characters, at most 300 code points",
    { tags: ["T04"] },
    () => {
      const { serverMessage = "" } = diagnose({
        ret: -1,
        msg: `a\u202eb\0c\ud800d\u200b\u{e0065}\ufe0f😀${"é".repeat(400)}`,
      }).failure;
      expect(serverMessage.startsWith("abcd😀é")).toBe(true);
      expect(Array.from(serverMessage).length).toBeLessThanOrEqual(300);
    },
  );

  test("combining marks with their letter, or neither", () => {
    const { serverMessage = "" } = diagnose({ ret: -1, msg: `${"a".repeat(299)}e\u0301\u0301` }).failure;
    expect(serverMessage).toBe("a".repeat(299));
  });
});

describe("recognises its own diagnoses", () => {
  const first = diagnose({ ret: -21, msg: "revoked" });

  test.each([
    ["a failure", first.failure],
    ["a diagnosis", first],
    ["JSON of a diagnosis", JSON.stringify(first)],
    ["a clone of a diagnosis", structuredClone(first)],
    ["an error's data", { name: "TencentError", message: "x", diagnosis: first }],
    ["a cause", new Error("outer", { cause: { diagnosis: first } })],
  ])("%s", (_what, raw) => {
    expect(diagnose(raw)).toEqual(first);
    // any script can store one: it counts only when thrown
    expect(isFailure(new Error("x", { cause: raw }))).toBe(true);
  });

  test("and checks every field, since any script can write one", () => {
    const forged = {
      $tencent: 1,
      dialect: "openapi",
      code: "1e5",
      serverMessage: "a\u202eb",
      httpStatus: "200",
      method: {},
      occurredAt: Infinity,
      confidence: "sure",
      evil: 1,
    };
    expect(diagnose(forged).failure).toEqual({
      $tencent: 1,
      dialect: "openapi",
      code: null,
      serverMessage: "ab",
      occurredAt: expect.any(Number),
      confidence: "none",
    });
  });
});

describe("fingerprints", () => {
  test("differ by kind of failure and hold no text of the server's that could be a secret", () => {
    expect(diagnose({ ret: -21 }).fingerprint).toBe("TOKEN_REVOKED");
    expect(diagnose({ ret: -999 }).fingerprint).toBe("unknown:openapi:-999");
    expect(diagnose({ error: "invalid_grant" }).fingerprint).toBe("unknown:unknown:invalid_grant");
    expect(diagnose({ error: "ann@example.com 3f9" }).fingerprint).toBe("unknown:unknown:");
  });
});
