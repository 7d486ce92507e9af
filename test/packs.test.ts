import { describe, expect, test } from "vitest";
import { runWith } from "./cli/fakeIo.js";
import { diagnose, resolve, tencentCatalog, unwrap, TencentError } from "../src/core.js";
import en from "../src/locales/en.js";
import { ads } from "../examples/ads-pack/src/index.js";
import { authorizeAddress } from "../examples/wechat-pack/src/authorizeAddress.js";
import { createState } from "../examples/wechat-pack/src/returnPage.js";
import { wechat, wechatSandbox, wecom } from "../examples/wechat-pack/src/index.js";
import type { Catalog } from "../src/model/Catalog.js";

const catalogs = [tencentCatalog, wechat, wecom, ads];
const bodies: Readonly<Record<string, (code: number | string) => object>> = {
  wechat: (errcode) => ({ errcode, errmsg: "words of the server" }),
  wecom: (errcode) => ({ errcode, errmsg: "words of the server" }),
  ads: (code) => ({ code, message: "words", message_cn: "话", trace_id: "1" }),
};

/** What a page is told of an answer at an address. */
function told(url: string, body: object) {
  try {
    unwrap(body, { status: 200, headers: { get: () => "application/json" }, url }, catalogs);
  } catch (error) {
    if (error instanceof TencentError) return error.diagnosis;
  }
  return undefined;
}

describe.each<[Catalog, string]>([
  [wechat, "https://api.weixin.qq.com/sns/userinfo"],
  [wecom, "https://qyapi.weixin.qq.com/cgi-bin/user/get"],
  [ads, "https://api.e.qq.com/v3.0/adgroups/get"],
])("the pack of $name", (pack, url) => {
  test("finds all of its codes at its host, beside the others", () => {
    const found = pack.rows.filter(({ code, reason }) => {
      const diagnosis = told(url, bodies[pack.name ?? ""]?.(code) ?? {});
      return diagnosis?.row?.reason === reason && diagnosis.catalog === pack.name;
    });
    expect(found).toHaveLength(pack.rows.length);
  });

  test("has nothing that `check` would correct, but words it does without", async () => {
    const { out } = await runWith(["check", "--json", "pack.js"], { "pack.js": pack });
    const { faults } = JSON.parse(out) as { readonly faults: readonly { readonly rule: string }[] };
    expect(faults.filter(({ rule }) => rule !== "no words")).toEqual([]);
  });
});

test("WeChat and WeCom have about 60 codes each, and half of their numbers in common", () => {
  const [ofWechat, ofWecom] = [wechat, wecom].map(({ rows }) => rows.map(({ code }) => code));
  expect(ofWechat?.length).toBeGreaterThanOrEqual(60);
  expect(ofWecom?.length).toBeGreaterThanOrEqual(60);
  const shared = ofWechat?.filter((code) => ofWecom?.includes(code)) ?? [];
  expect(shared.length).toBeGreaterThanOrEqual(30);
  const reasonAt = (url: string, errcode: number | string) => told(url, { errcode, errmsg: "" });
  for (const code of shared)
    for (const [pack, urls] of [
      [wechat, ["https://api.weixin.qq.com/a", "/api/wechat/a"]],
      [wecom, ["https://qyapi.weixin.qq.com/a", "/api/wecom/a"]],
    ] as const)
      for (const url of urls) expect(reasonAt(url, code)).toMatchObject({ catalog: pack.name, row: pack.find(code) });
});

test("the vendor's 45 codes are found beside them", () => {
  expect(
    tencentCatalog.rows.filter((row) => diagnose({ ret: row.code, msg: "" }, { catalogs }).row === row),
  ).toHaveLength(45);
});

test("42007 is told apart by host and by path", () => {
  const reasonAt = (url: string) => told(url, { errcode: 42007, errmsg: "" })?.row?.reason;
  expect(["https://api.weixin.qq.com/a", "/api/wechat/a"].map(reasonAt)).toEqual([
    "AUTHORIZE_AGAIN",
    "AUTHORIZE_AGAIN",
  ]);
  expect(["https://qyapi.weixin.qq.com/a", "/api/wecom/a"].map(reasonAt)).toEqual([
    "PRE_AUTH_CODE_EXPIRED",
    "PRE_AUTH_CODE_EXPIRED",
  ]);
});

test("developers get the pack's own words without a cast", async () => {
  const diagnosis = diagnose({ code: 11014, message: "", message_cn: "" }, { catalogs });
  resolve(diagnosis, en, { audience: "developer" });
  await expect.poll(() => resolve(diagnosis, en, { audience: "developer" }).description).toContain("authorise anew");
  expect(diagnosis.remedies).toEqual(["applyForPermission", "reauthorize"]);
});

test("WeChat's addresses are what WeChat matches, letter for letter", () => {
  const asked = {
    appId: "wx1",
    redirectUri: "https://a.example/back?x=1",
    scope: "snsapi_login",
    state: "abc",
  } as const;
  expect(authorizeAddress("qrconnect", asked, "https://open.weixin.qq.com")).toBe(
    "https://open.weixin.qq.com/connect/qrconnect?appid=wx1&redirect_uri=https%3A%2F%2Fa.example%2Fback%3Fx%3D1&response_type=code&scope=snsapi_login&state=abc#wechat_redirect",
  );
  const sandbox = wechatSandbox();
  const told = async (address: string) => (await sandbox.fetch(new Request(address))?.text())?.includes("拒绝");
  const address = authorizeAddress(
    "oauth2/authorize",
    { ...asked, scope: "snsapi_base" },
    "https://open.weixin.qq.com",
  );
  return Promise.all([told(address), told(address.replace(/(appid=\w+)&(redirect_uri=[^&]+)/, "$2&$1"))]).then((both) =>
    expect(both).toEqual([true, false]),
  );
});

test("WeChat's state is 43 letters and digits, each as likely, and needs random numbers", () => {
  const states = Array.from({ length: 500 }, createState);
  expect(states.filter((state) => !/^[a-zA-Z0-9]{43}$/.test(state))).toEqual([]);
  expect(new Set(states).size).toBe(500);
  expect(new Set(states.join("")).size).toBe(62);
});
