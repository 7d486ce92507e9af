import axios, { AxiosError, CanceledError } from "axios";
import { describe, expect, test } from "vitest";
import { attachTencentAxios } from "../../src/axios.js";
import { createTencentErrorClient, diagnose, tencentCatalog, TencentError } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";

const json = "application/json";
const url = "https://app.test/api/things";

/** A real failure that HTTP calls good: content type, body, code. */
// prettier-ignore
const failures: readonly (readonly [type: string, body: string, code: number | null])[] = [
  [json, '{"ret":-73}', -73], [json, '{"ret":"-73","msg":""}', -73], [json, '{"ret":1002,"msg":"请先登录"}', 1002], [json, '{"ret":100030,"msg":"m"}', 100030],
  [json, '{"error":100019}', 100019], [json, '{"error":"100016","error_description":"m"}', 100016], [json, '{"error":110406,"error_description":"m"}', 110406],
  [json, '{"error":"invalid_grant","error_description":"expired"}', null], [json, '{"errcode":42001,"errmsg":"access_token expired"}', 42001],
  [json, '{"success":false,"errorCode":100016,"errorMessage":"m"}', 100016], [json, '{"success":false,"data":{"ret":-21,"msg":"m"}}', -21], [json, '{"success":false,"message":"保存失败"}', null],
  [json, '{"ok":false,"error":"invalid_auth"}', null], [json, '{"errors":[{"message":"m","path":["me"]}],"data":{"me":null}}', null], [json, '{"errors":[{"message":"m","extensions":{"code":"100016"}}]}', 100016],
  [json, '{"Response":{"Error":{"Code":"AuthFailure.SignatureExpire","Message":"m"},"RequestId":"r"}}', null], ["text/html", '{"ret":-73,"msg":"m"}', -73], ["application/json", '\ufeff{"ret":-73}', -73],
  [json, '{"success":false,"error":{"code":100016,"message":"m"}}', 100016], [json, '{"success":false,"errorCode":100016}', 100016], [json, '{"success":false,"errCode":"100016","errMessage":"m"}', 100016],
  [json, '{"success":false,"error":{"ret":-21}}', -21], [json, '{"success":false,"result":{"ret":-21,"msg":"m"}}', -21], [json, '{"ok":false,"error_code":100016,"description":"m"}', 100016], [json, '{"success":false,"code":100016,"msg":"m"}', 100016],
  [json, '{"success":false,"message":"{\\"ret\\":-21}"}', -21], [json, '{"errors":[{"message":"m","extensions":{"code":"INTERNAL_SERVER_ERROR","originalError":{"ret":-21}}}],"data":null}', -21], [json, '{"errors":[{"message":"m","path":["me"],"code":100016}],"data":{"me":null}}', 100016],
  ["text/html", 'callback( {"error":100016,"error_description":"m"} );\n', 100016], ["text/html", 'callback( {"error":10001,"error_description":"connection error"} );', 10001], ["text/javascript", ';callback({"error":100007});', 100007],
  ["application/javascript", 'jQuery123_456({"ret":-73,"msg":"m"});', -73], ["text/javascript", "/**/ typeof cb === 'function' && cb({\"ret\":-22});", -22],
  [json, '{"success":false,"errors":[{"code":100016,"message":"m"}]}', 100016], [json, '{"data":null,"errors":[{"message":"m","extensions":{"code":"BAD_GATEWAY","details":{"ret":-21}}}]}', -21], [json, '{"data":null,"errors":[{"message":"m","extensions":{"data":{"ret":-21}}}]}', -21], [json, '{"data":null,"errors":[{"message":"m","extensions":{"cause":{"ret":-21}}}]}', -21], [json, '{"data":null,"errors":[{"message":"{\\"ret\\":-21}"}]}', -21],
  ["text/javascript", 'cb && cb({"error":100016,"error_description":"m"});', 100016], ["text/javascript", "typeof cb !== 'undefined' && cb({\"ret\":-22});", -22], ["text/javascript", 'window.cb && window.cb({"ret":-73,"msg":"m"})', -73], ["text/javascript", 'window["cb_1"]({"ret":-73,"msg":"m"});', -73],
  ["text/html", "error=100019&error_description=code+to+access+token+error", 100019], ["text/plain", "code=100019&msg=code+is+reused+error", 100019],
];

/** What a number of the table says, where it is one. */
const toldOf = (code: number | null) => {
  const category = tencentCatalog.find(code ?? "")?.category;
  return { failure: { code }, ...(category && { category }) };
};

describe("a real failure with HTTP 200 is thrown:", () => {
  test.each(failures)("%s %s", async (type, body, code) => {
    const diagnosis = toldOf(code);
    const send: typeof fetch = () => Promise.resolve(new Response(body, { headers: { "content-type": type } }));
    const client = createTencentErrorClient();
    await expect(createTencentFetch(client, send)(url)).rejects.toMatchObject({ diagnosis });
    for (const responseType of ["json", "text", "arraybuffer", "blob"] as const) {
      const api = axios.create({ adapter: "fetch", env: { fetch: send }, responseType } as object);
      attachTencentAxios(api, client);
      await expect(api.get(url)).rejects.toMatchObject({ diagnosis });
    }
  });
});

/** A server's own failure around the answer that it got: what the server is, HTTP status, body, code. */
// prettier-ignore
const relayed: readonly (readonly [server: string, status: number, body: object, code: number | null])[] = [
  ["RuoYi", 500, { code: 100016, msg: "m" }, 100016], ["a gateway", 502, { code: 100014, msg: "m", data: null }, 100014], ["NestJS", 400, { statusCode: 400, message: { ret: -21, msg: "m" }, error: "Bad Request" }, -21],
  ["NestJS with a code", 401, { statusCode: 401, error: "Unauthorized", code: 100016, message: "m" }, 100016], ["FastAPI", 400, { detail: { ret: -21, msg: "m" } }, -21], ["Django", 403, { detail: '{"error":100016}' }, 100016],
  ["Strapi", 400, { data: null, error: { status: 400, name: "ApplicationError", message: "m", details: { ret: -21 } } }, -21], ["Rails", 422, { error: { error: 100016, error_description: "m" } }, 100016], ["Spring", 500, { status: 500, error: "Internal Server Error", message: '{"ret":-21,"msg":"m"}', path: "/x" }, -21],
  ["Laravel", 400, { message: "m", data: { ret: -21 } }, -21], ["ThinkPHP", 500, { code: 0, msg: '{"ret":-21}', data: "" }, -21], ["gin", 400, { error: '{"ret":-21}' }, -21], ["a JSON:API", 401, { errors: [{ status: "401", code: "100016", title: "m" }] }, 100016],
  ["a JSON:API without titles", 401, { errors: [{ code: 100016, detail: "m" }] }, 100016], ["Google's style", 401, { error: { code: 100016, message: "m", status: "UNAUTHENTICATED" } }, 100016], ["COLA", 400, { success: false, errCode: "100016", errMessage: "m" }, 100016],
  ["go-zero", 401, { code: 100016, message: "m" }, 100016], ["a number of its own", 401, { code: 40100, message: "m", data: { ret: -21 } }, -21], ["a number of its own, as text", 401, { code: 40100, message: '{"ret":-21}' }, -21], ["a word and a number of its own", 401, { error: "Unauthorized", code: 40100, message: "m", data: { ret: -21 } }, -21], ["Umi's word", 401, { errorCode: "UPSTREAM", errorMessage: "m", data: { ret: -21 } }, -21],
  ["a problem", 401, { type: "about:blank", title: "m", status: 401, code: "UPSTREAM", detail: '{"ret":-21}' }, -21], ["a BFF", 502, { message: "m", body: '{"ret":-21}' }, -21], ["a BFF's list", 502, { errors: [{ message: "m", cause: { ret: -21 } }] }, -21], ["a number of its own, with what went well", 401, { code: 40100, message: "m", data: { ret: 0, user: null } }, 40100], ["a number of its own, with no error", 401, { code: 40100, message: "m", data: { error: null } }, 40100],
  ["a code of HTTP's", 503, { code: 503, msg: "busy" }, null], ["a code of Google's", 503, { error: { code: 503, message: "busy" } }, null], ["a code of gRPC's", 401, { code: 16, message: "m" }, null], ["Spring's own", 500, { code: -1, msg: "系统繁忙" }, null], ["a gateway's own", 401, { code: -21, message: "未登录" }, null], ["Umi's own", 500, { errorCode: -3, message: "m" }, null], ["Baidu's style", 403, { errno: -3, errmsg: "m" }, null], ["an echo of what was sent", 422, { detail: [{ loc: ["body"], input: { ret: -21 } }] }, null],
  // under a name of the server's own, in a list, and where only a sentence quotes it
  ...["upstream", "payload", "err", "innererror", "metadata", "qq", "responseBody", "json"].map((name) => [`a BFF's ${name}`, 502, { message: "m", [name]: { ret: -21, msg: "m" } }, -21] as const),
  ...["requestBody", "params", "formData", "variables", "receivedValue"].map((name) => [`an echo as ${name}`, 422, { message: "m", [name]: { ret: -21, msg: "m" } }, null] as const),
  ["a problem's upstream", 502, { type: "about:blank", title: "Bad Gateway", status: 502, upstream: { status: 200, body: 'callback( {"error":100016} );' } }, 100016], ["an error of axios, serialised", 500, { message: "m", name: "AxiosError", response: { status: 401, data: { ret: -21 } } }, -21],
  ["a JSON:API's meta", 502, { errors: [{ status: "502", title: "m", meta: { ret: -21 } }] }, -21], ["tRPC with superjson", 500, { error: { json: { message: "m", code: -32603, data: { httpStatus: 500, cause: { ret: -21 } } } } }, -21], ["a batch of tRPC", 500, [{ error: { message: '{"ret":-21}', code: -32603, data: { httpStatus: 500 } } }], -21],
  ["a list", 400, [{ ret: -21, msg: "m" }], -21], ["a list of texts", 400, { non_field_errors: ['{"ret":-21}'] }, -21], ["a ret of its own", 500, { ret: 1, msg: "m", data: { ret: -21 } }, -21], ["an error of its own", 500, { error: 500, message: '{"ret":-21}' }, -21],
  ["Guzzle", 500, { message: 'Client error: `GET https://graph.qq.com` resulted in a `400 Bad Request` response:\n{"ret":-21,"msg":"m"}' }, -21], ["RestTemplate", 500, { status: 500, error: "Internal Server Error", message: '401 Unauthorized: [{"ret":-21,"msg":"m"}]' }, -21], ["a sentence around a call", 400, { detail: 'QQ said callback( {"error":100016,"error_description":"m"} );' }, 100016],
  ["a sentence around its own JSON", 400, { message: 'Bad input: {"code":40100,"message":"m"}' }, null], ["a word at some other place", 401, { statusCode: 401, error: "Unauthorized", attributes: { error: "m" }, data: { ret: -21 } }, -21], ["bytes without end", 500, { message: "m", data: Array.from({ length: 300 }, () => ({ id: 1 })) }, null],
];

test.each(relayed)("the answer behind %s is read, HTTP %i", async (_server, status, body, code) => {
  const send: typeof fetch = () => Promise.resolve(Response.json(body, { status }));
  const client = createTencentErrorClient();
  const diagnosis = { ...toldOf(code), failure: { code, httpStatus: status } };
  await expect(createTencentFetch(client, send)(url)).rejects.toMatchObject({ diagnosis });
  const thrown = await axios
    .get(url, { adapter: "fetch", env: { fetch: send } } as object)
    .catch((error: unknown) => error);
  expect(client.diagnose(thrown)).toMatchObject(diagnosis);
  expect(client.diagnose({ status, data: body })).toMatchObject(diagnosis);
});

test("a failing text quotes the vendor's answer, and a good one is the app's own", async () => {
  const text = 'Error: Request failed: {"ret":-21,"msg":"m"}';
  const call = (status: number) =>
    createTencentFetch(createTencentErrorClient(), () =>
      Promise.resolve(new Response(text, { status, headers: { "content-type": "text/plain" } })),
    )(url);
  await expect(call(500)).rejects.toMatchObject({ diagnosis: { category: "reauth", failure: { code: -21 } } });
  await expect(call(200)).resolves.toBe(text);
});

test("a code and a msg count where the app says that the call is Tencent's", async () => {
  const send: typeof fetch = () => Promise.resolve(Response.json({ code: 100016, msg: "m" }));
  const client = createTencentErrorClient({ isTencent: ({ url: at }) => at?.includes("/qq/") === true });
  const call = createTencentFetch(client, send);
  await expect(call("https://app.test/qq/me")).rejects.toMatchObject({ diagnosis: { category: "reauth" } });
  await expect(call("https://app.test/me")).resolves.toEqual({ code: 100016, msg: "m" });
});

// the README's own set-up; an error that says nothing of its address gives it nothing to judge by
describe("an app that tells Tencent's calls by their address still knows", () => {
  const ofQq = () => createTencentErrorClient({ isTencent: ({ url: at = "" }) => at.includes("/api/qq/") });
  const revoked = () => new TencentError(diagnose({ ret: -21, msg: "revoked" }));

  test.each([
    ["a connection that failed", () => new TypeError("Failed to fetch"), "network"],
    ["the same through axios", () => new AxiosError("Network Error", "ERR_NETWORK"), "network"],
    ["a time-out", () => new DOMException("late", "TimeoutError"), "network"],
    ["an aborted call", () => new DOMException("left", "AbortError"), "cancelled"],
    ["a cancelled call of axios", () => new CanceledError("left"), "cancelled"],
    ["the kit's own cancellation", () => new TencentError(diagnose(new DOMException("", "AbortError"))), "cancelled"],
    ["what was diagnosed elsewhere", revoked, "reauth"],
    ["what a server sent of it", () => JSON.parse(JSON.stringify(diagnose({ ret: -21 }))) as unknown, "reauth"],
    ["a bug", () => new TypeError("undefined is not a function"), "unknown"],
    ["what an app's own interceptor threw of an answer", () => ({ ret: -21, msg: "revoked" }), "reauth"],
    [
      "what tRPC hands on",
      () => ({ name: "TRPCClientError", message: "x", data: { cause: { ret: -73, msg: "m" } } }),
      "reauth",
    ],
  ])("%s", (_name, make, category) => {
    expect(ofQq().diagnose(make()).category).toBe(category);
  });

  test("and by what else than the address it judges is believed", () => {
    const client = createTencentErrorClient({ isTencent: ({ code }) => code !== -21 });
    expect(client.diagnose({ ret: -21, msg: "not found" }).category).toBe("unknown");
    expect(client.diagnose({ ret: -73, msg: "m" }).category).toBe("reauth");
  });

  test("and a body of its own API that claims to have been read stays its own", async () => {
    const body = JSON.parse(JSON.stringify(diagnose({ ret: -21 }))) as object;
    const call = createTencentFetch(ofQq(), () => Promise.resolve(Response.json(body)));
    await expect(call("https://app.test/me")).resolves.toEqual(body);
  });

  test("a sign-in that a person puts off is no failure to be told", () => {
    const client = ofQq();
    expect(client.shows(new TencentError(diagnose(new DOMException("", "AbortError"))))).toBe(true);
  });
});

describe("a number of an error page is read when it is pasted:", () => {
  test.each([
    ["错误代码 100010，请重试", 100010],
    ["错误码 = 100010", 100010],
    ["错误码:（ 100010 ）", 100010],
    ["錯誤代碼：１００００８", 100008],
    ["错误代码: -21", -21],
    ["返回码：-73", -73],
    ["出错了！【100044】应用版本", 100044],
    ["Login failed, error code: 100010", 100010],
    ["errcode: 100010", 100010],
    ["#100048", 100048],
  ])("%s", (text, code) => {
    expect(diagnose(text).failure).toMatchObject({ code, dialect: "pageText" });
  });
});

test("a status beside a text that is no JSON is kept", () => {
  const raw = { status: "PARSING_ERROR", originalStatus: 401, data: '{"ret":-21', error: "SyntaxError: x" };
  expect(diagnose(raw).failure).toMatchObject({ code: -21, httpStatus: 401 });
});
