import { describe, expect, test } from "vitest";
import { createTencentErrorClient } from "../../src/core.js";
import { diagnose } from "../../src/diagnose/diagnose.js";
import { failuresOfLibraries } from "../fixtures/failuresOfLibraries.js";

test("there are at least 60 failures of at least 15 libraries", () => {
  expect(failuresOfLibraries.length).toBeGreaterThanOrEqual(60);
  expect(new Set(failuresOfLibraries.map(([library]) => library)).size).toBeGreaterThanOrEqual(15);
});

describe("what a library fails with is read:", () => {
  test.each(failuresOfLibraries)("%s, %s", (_library, _what, make, category, code) => {
    const { failure, ...diagnosis } = diagnose(make(), { isFailed: true });
    expect([diagnosis.category, failure.code]).toEqual([category, code]);
    expect(createTencentErrorClient().diagnose(make(), { isFailed: true }).category).toBe(category);
  });
});

describe("an error page's text is read when it is pasted:", () => {
  test.each([
    ["field F28: 错误代码：", "登录失败，错误代码：110406", 110406],
    ["field F29: 【】", "错误码：【100015】，说明：【m】", 100015],
    ["（）", "回调地址非法（100010）", 100010],
    ["traditional", "登入失敗，錯誤代碼：100016", 100016],
  ])("%s", (_what, text, code) => {
    expect(diagnose(text).failure).toMatchObject({ code, dialect: "pageText" });
  });
});

test("field F27: a code of ten digits is kept", () => {
  expect(diagnose({ errcode: -101300200, errmsg: "m" }).failure.code).toBe(-101300200);
});

test("field F30: Qzone's call is a failure without a row", () => {
  const raw = '_Callback({"code":-3000,"subcode":-4001,"message":"m"});';
  expect(diagnose(raw)).toMatchObject({ row: null, failure: { code: -3000, subcode: "-4001" } });
});

test("a thrown text is reported once within a minute", () => {
  const client = createTencentErrorClient();
  const told: string[] = [];
  client.on(({ type }) => told.push(type));
  for (let index = 0; index < 60; index += 1) client.diagnose(`{"ret":-73,"msg":"${String(index % 20)}"}`);
  expect(told.filter((type) => type === "failure.diagnosed")).toHaveLength(20);
});

test("with `isTencent`, weak evidence is a failure", () => {
  const response = { status: 200, headers: new Headers(), url: "https://app.test/qq/me" };
  const of = (isTencent: boolean) => createTencentErrorClient({ isTencent: () => isTencent });
  expect(() => of(true).unwrap({ ret: 1, msg: "x" }, response)).toThrow();
  expect(() => createTencentErrorClient().unwrap({ ret: -73 }, response)).toThrow();
  expect(of(false).unwrap({ ret: -73 }, response)).toEqual({ ret: -73 });
  const own = { ...response, url: "https://graph.qq.com/user/get_user_info" };
  expect(() => createTencentErrorClient().unwrap({ ret: 1, msg: "x" }, own)).toThrow();
  const lookalike = { ...response, url: "https://graph.qq.com.evil.example/?u=https://graph.qq.com/" };
  expect(createTencentErrorClient().unwrap({ ret: 1, msg: "x" }, lookalike)).toEqual({ ret: 1, msg: "x" });
});
