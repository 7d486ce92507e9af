import axios from "axios";
import { describe, expect, test } from "vitest";
import { attachTencentAxios } from "../../src/axios.js";
import { createTencentErrorClient, diagnose } from "../../src/core.js";
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
  ["text/html", 'callback( {"error":100016,"error_description":"m"} );\n', 100016], ["text/html", 'callback( {"error":10001,"error_description":"connection error"} );', 10001], ["text/javascript", ';callback({"error":100007});', 100007],
  ["application/javascript", 'jQuery123_456({"ret":-73,"msg":"m"});', -73], ["text/javascript", "/**/ typeof cb === 'function' && cb({\"ret\":-22});", -22],
  ["text/html", "error=100019&error_description=code+to+access+token+error", 100019], ["text/plain", "code=100019&msg=code+is+reused+error", 100019],
];

describe("a real failure with HTTP 200 is thrown:", () => {
  test.each(failures)("%s %s", async (type, body, code) => {
    const send: typeof fetch = () => Promise.resolve(new Response(body, { headers: { "content-type": type } }));
    const client = createTencentErrorClient();
    await expect(createTencentFetch(client, send)(url)).rejects.toMatchObject({ diagnosis: { failure: { code } } });
    for (const responseType of ["json", "text", "arraybuffer", "blob"] as const) {
      const api = axios.create({ adapter: "fetch", env: { fetch: send }, responseType } as object);
      attachTencentAxios(api, client);
      await expect(api.get(url)).rejects.toMatchObject({ diagnosis: { failure: { code } } });
    }
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
  ])("%s", (text, code) => {
    expect(diagnose(text).failure).toMatchObject({ code, dialect: "pageText" });
  });
});

test("a status beside a text that is no JSON is kept", () => {
  const raw = { status: "PARSING_ERROR", originalStatus: 401, data: '{"ret":-21', error: "SyntaxError: x" };
  expect(diagnose(raw).failure).toMatchObject({ code: -21, httpStatus: 401 });
});
