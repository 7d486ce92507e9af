import axios from "axios";
import { describe, expect, test } from "vitest";
import { attachTencentAxios } from "../../src/axios.js";
import { explain } from "../../src/cli/explain.js";
import { createTencentErrorClient, diagnose, isFailure, TencentError, unwrap } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";

const url = "https://app.test/api/things";
const qq = { ret: -73, msg: "access token expired" };
const oauth = { error: 100016, error_description: "access token check failed" };

/** A server's answer with HTTP 200 that says by itself that the call failed, around the failure of Tencent's: what the server is, body, code. */
// prettier-ignore
const refusals: readonly (readonly [server: string, body: object, code: number])[] = [
  ["a company's", { code: 1, message: "qq error", data: qq }, -73], ["a company's, in Chinese", { code: 1, msg: "发布失败", data: qq }, -73], ["a number of five digits", { code: 50001, message: "QQ 接口调用失败", data: qq, timestamp: 1 }, -73],
  ["no text", { code: 50001, data: oauth }, 100016], ["a blank text", { code: 500, msg: "", data: qq }, -73], ["WeChat's spelling", { errcode: 500, errmsg: "m", detail: oauth }, 100016], ["Baidu's spelling", { errno: 7, errmsg: "m", data: qq }, -73],
  ["Umi's spelling", { success: false, error: qq }, -73], ["PHP's status", { status: false, message: "m", data: qq }, -73], ["JSend", { status: "fail", result: qq }, -73], ["JSend's error", { status: "error", message: "m", data: oauth }, 100016],
  ["HTTP's status", { status: 500, message: "m", data: qq }, -73], ["HTTP's statusCode", { statusCode: 502, message: "Bad Gateway", error: qq }, -73], ["a word", { code: "UPSTREAM_FAILED", message: "m", detail: { qq } }, -73], ["Chinese banks", { respCode: "9999", respMsg: "m", respData: oauth }, 100016],
  ["a resultCode", { resultCode: "E01", resultMsg: "m", result: oauth }, 100016], ["C#", { Code: 500, Message: "m", Data: qq }, -73], ["a ret of its own", { ret: 1, msg: "m", data: qq }, -73], ["a word as error", { error: "upstream failed", data: qq }, -73], ["an error that is true", { error: true, message: "m", data: qq }, -73],
  ["an error beside no data", { data: null, error: qq }, -73], ["deeper down", { code: 1, message: "m", data: { upstream: { status: 200, body: oauth } } }, 100016], ["two envelopes", { code: 1, message: "m", data: { code: 2, message: "m", data: qq } }, -73], ["no error, it says", { error: null, code: 1, message: "m", data: qq }, -73],
  ["isSuccess", { isSuccess: false, data: qq }, -73], ["isOk", { isOk: false, data: qq }, -73], ["a success of 0", { success: 0, data: qq }, -73], ["a success in a text", { success: "false", data: qq }, -73], ["failed", { failed: true, data: qq }, -73], ["isError", { isError: true, data: qq }, -73],
  ["a list of errors", { success: false, errors: [{ code: -73, message: "m" }] }, -73], ["JSON-RPC", { jsonrpc: "2.0", id: 1, error: { code: -32000, message: "m", data: qq } }, -73],
  ["a text", { code: 1, message: "m", data: JSON.stringify(qq) }, -73], ["a text as its message", { code: 1, msg: JSON.stringify(qq), data: null }, -73], ["a call as text", { code: 1, msg: "m", data: `callback( ${JSON.stringify(oauth)} );` }, 100016], ["a number as text", { code: "1", message: "m", data: { ret: "-73" } }, -73],
];

/** An answer that went well, or tells of something else than its own call. */
// prettier-ignore
const others: readonly (readonly [what: string, body: unknown])[] = [
  ["a good number", { code: 0, data: qq }], ["a good number and a text", { code: 0, message: "ok", data: qq }], 
  ...[0, "0", 200, 20000, "00000", 201, "OK", "SUCCESS"].map((code) => [`a good ${code}`, { code, message: "m", data: qq }] as const), ["ThinkPHP's 1", { code: 1, msg: "获取成功", data: qq }], ["1 and no text", { code: 1, data: qq }], ["success", { success: true, code: 5, message: "m", data: qq }],
  ["a success of 1", { success: 1, message: "m", data: qq }], ["isSuccess", { isSuccess: true, data: qq }], ["no error", { isError: false, failed: 0, data: qq }], ["a job", { id: 7, failed: true, data: qq }],
  ["a list", { code: 1, message: "m", data: [qq] }], ["a list of a good answer", { code: 0, data: [{ id: 1, ...qq }] }], ["a batch", { code: 207, message: "m", results: [{ ret: 0 }, qq] }], ["a record", { id: 7, code: 500, message: "m", response: qq }], ["a line of a log", { statusCode: 401, response: qq }],
  ["what was sent", { code: 1, message: "m", params: qq }], ["what went well behind it", { code: 1, message: "m", data: { ret: 0, detail: qq } }], ["its own words", { code: 1, message: "库存不足", data: { left: 2 } }], ["its own number twice", { code: 1, message: "m", data: { code: 20000, message: "m" } }],
  ["its own failure twice", { code: 1, message: "m", data: { success: false, code: 5 } }], ["a product", { code: "A-1", message: "m", data: { code: "B-2", title: "m" } }], ["a sentence that quotes", { code: 1, message: `QQ said ${JSON.stringify(qq)}` }],
];

describe("a refusal of a server's own with HTTP 200 is what it hands on:", () => {
  test("with the number of the call that the server gave it", () => {
    const { failure } = diagnose({ code: 1, message: "m", data: qq, requestId: "r-1234567" });
    expect(failure.requestId).toBe("r-1234567");
  });

  test.each(refusals)("%s", async (_server, body, code) => {
    const failed = { diagnosis: { category: "reauth", failure: { code } } };
    const send: typeof fetch = () => Promise.resolve(Response.json(body));
    for (const client of [createTencentErrorClient(), createTencentErrorClient({ isTencent: () => true })]) {
      await expect(createTencentFetch(client, send)(url)).rejects.toMatchObject(failed);
      const api = axios.create({ adapter: "fetch", env: { fetch: send } } as object);
      attachTencentAxios(api, client);
      await expect(api.get(url)).rejects.toMatchObject(failed);
      await expect(client.guard(async () => client.unwrap(body, await send(url)))()).rejects.toMatchObject(failed);
    }
    expect(() => unwrap(body, Response.json(body))).toThrow(TencentError);
    expect(isFailure(body)).toBe(true);
    expect(diagnose(body)).toMatchObject(failed.diagnosis);
    const { json } = await explain([JSON.stringify(body)], {}, { stdin: () => Promise.resolve("") } as never);
    expect(json).toMatchObject({ code });
    // the app says that its answers are its own
    const own = createTencentErrorClient({ isTencent: () => false });
    await expect(createTencentFetch(own, send)(url)).resolves.toEqual(body);
  });
});

test.each(others)("an answer stays what it is: %s", async (_what, body) => {
  const send: typeof fetch = () => Promise.resolve(Response.json(body));
  await expect(createTencentFetch(createTencentErrorClient(), send)(url)).resolves.toEqual(body);
  expect(unwrap(body, Response.json(body))).toBe(body);
  expect(isFailure(body)).toBe(false);
});
