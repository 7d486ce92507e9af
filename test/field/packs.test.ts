import { expect, test, vi } from "vitest";
import {
  type CodeRow,
  createTencentErrorClient,
  defineCatalog,
  diagnose,
  extendCatalog,
  isFailure,
  resolve,
  type RetryRule,
  tencentCatalog,
  TencentError,
  unwrap,
} from "../../src/core.js";
import en from "../../src/locales/en.js";
import ja from "../../src/locales/ja.js";
import zhHK from "../../src/locales/zh-HK.js";

/** A third party's row. */
function row(code: number | string, reason: string, category: CodeRow["category"], retry: RetryRule = "fix"): CodeRow {
  const remedies: CodeRow["remedies"] = category === "reauth" ? ["reauthorize"] : ["checkRequest"];
  return {
    code,
    reason,
    category,
    fixer: category === "reauth" ? "user" : "developer",
    retry,
    documented: [],
    remedies,
  };
}

/** Twenty codes of the Official Accounts platform. @see https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html */
const wechatRows: readonly CodeRow[] = [
  row(-1, "SYSTEM_BUSY", "platform", "backoff"),
  row(40001, "CREDENTIAL_INVALID", "reauth", "auth"),
  row(40002, "GRANT_TYPE_INVALID", "request"),
  row(40003, "OPENID_INVALID", "request"),
  row(40013, "APPID_INVALID", "credentials"),
  row(40014, "TOKEN_INVALID", "reauth", "auth"),
  row(40029, "CODE_INVALID", "reauth", "auth"),
  row(40030, "REFRESH_TOKEN_INVALID", "reauth", "auth"),
  row(40125, "SECRET_INVALID", "credentials"),
  row(40163, "CODE_USED", "reauth", "auth"),
  row(41001, "TOKEN_MISSING", "request"),
  row(41008, "CODE_MISSING", "request"),
  row(42001, "TOKEN_EXPIRED", "reauth", "auth"),
  row(42002, "REFRESH_TOKEN_EXPIRED", "reauth", "auth"),
  row(42007, "AUTHORIZE_AGAIN", "reauth", "auth"),
  row(43004, "NOT_A_FOLLOWER", "restriction", "no"),
  row(45009, "QUOTA_USED_UP", "rateLimit", "no"),
  row(45011, "CALLED_TOO_OFTEN", "rateLimit", "backoff"),
  row(48001, "API_NOT_GRANTED", "permission"),
  row(50001, "USER_NOT_GRANTED", "reauth", "auth"),
];

const wechat = defineCatalog({
  name: "wechat",
  rows: wechatRows,
  dialects: [{ name: "wechat", codeKey: "errcode", messageKey: "errmsg" }],
  hosts: ["api.weixin.qq.com"],
  paths: ["/api/wechat/"],
});
const wecom = defineCatalog({
  name: "wecom",
  rows: [row(42007, "PRE_AUTH_CODE_EXPIRED", "request"), row(40014, "CORP_TOKEN_INVALID", "credentials")],
  dialects: [{ name: "wecom", codeKey: "errcode", messageKey: "errmsg" }],
  hosts: ["qyapi.weixin.qq.com"],
  paths: ["/api/wecom"],
});
const ads = defineCatalog({
  name: "ads",
  rows: [row(11000, "TOKEN_EXPIRED", "reauth", "auth"), row(500, "ADS_DOWN", "platform", "manual")],
  dialects: [{ name: "ads", codeKey: "code", companionKey: "message_cn", messageKey: "message" }],
});
/** @see https://cloud.tencent.com/document/api/213/30435 */
const cloudCodes =
  `ActionOffline AuthFailure.InvalidAuthorization AuthFailure.InvalidSecretId AuthFailure.MFAFailure AuthFailure.SecretIdNotFound
AuthFailure.SignatureExpire AuthFailure.SignatureFailure AuthFailure.TokenFailure AuthFailure.UnauthorizedOperation DryRunOperation
FailedOperation InternalError InvalidAction InvalidParameter InvalidParameterValue InvalidRequest IpInBlacklist IpNotInWhitelist LimitExceeded
MissingParameter NoSuchProduct NoSuchVersion RequestLimitExceeded RequestLimitExceeded.GlobalRegionUinLimitExceeded
RequestLimitExceeded.IPLimitExceeded RequestLimitExceeded.UinLimitExceeded RequestSizeLimitExceeded ResourceInUse ResourceInsufficient
ResourceNotFound ResourceUnavailable ResponseSizeLimitExceeded ServiceUnavailable UnauthorizedOperation UnknownParameter UnsupportedOperation
UnsupportedProtocol UnsupportedRegion`.split(/\s+/);
const cloud = defineCatalog({
  name: "cloud",
  dialects: ["cloud3"],
  rows: cloudCodes.map((code) => row(code, code.replace(/\W/g, "_").toUpperCase(), "request")),
});
const catalogs = [tencentCatalog, wechat, wecom, ads, cloud];

const responseAt = (url: string) => ({ status: 200, headers: { get: () => "application/json" }, url });
const diagnosed = (url: string, body: object) => {
  try {
    unwrap(body, responseAt(url), catalogs);
  } catch (error) {
    return error instanceof TencentError ? error.diagnosis : undefined;
  }
  return undefined;
};
const named = (body: unknown) => {
  const { row: found, catalog } = diagnose(body, { catalogs: [tencentCatalog, wechat, ads, cloud] });
  return [catalog, found?.reason];
};

test("all twenty codes of a WeChat pack are found, each with its catalog", () => {
  for (const { code, reason } of wechatRows)
    expect(named({ errcode: code, errmsg: "words of the server" })).toEqual(["wechat", reason]);
});

test("the vendor's 45 codes are found beside four packs", () => {
  const found = tencentCatalog.rows.filter((each) => diagnose({ ret: each.code, msg: "" }, { catalogs }).row === each);
  expect(found).toHaveLength(45);
  expect(named({ ret: -1, msg: "" })).toEqual(["tencent", "INVALID_REQUEST"]);
});

test("every string code of the cloud is found, in its answer and in an error that carries it", () => {
  for (const code of cloudCodes) {
    const body = { Response: { Error: { Code: code, Message: "words" }, RequestId: "a1b2" } };
    const expected = ["cloud", code.replace(/\W/g, "_").toUpperCase()];
    expect(named(body)).toEqual(expected);
    expect(named(Object.assign(new Error("failed"), { response: { status: 200, data: body, headers: {} } }))).toEqual(
      expected,
    );
    expect(isFailure(body, { catalogs })).toBe(true);
  }
});

test("two services that spell alike are told apart by host and by path, never by number", () => {
  const body = { errcode: 42007, errmsg: "words of the server" };
  const reasonAt = (url: string) => diagnosed(url, body)?.row?.reason;
  expect(reasonAt("https://api.weixin.qq.com/cgi-bin/user/info?access_token=x")).toBe("AUTHORIZE_AGAIN");
  expect(reasonAt("https://qyapi.weixin.qq.com/cgi-bin/user/get")).toBe("PRE_AUTH_CODE_EXPIRED");
  expect(reasonAt("https://app.example/api/wechat/friends")).toBe("AUTHORIZE_AGAIN");
  expect(reasonAt("https://app.example/api/wecom/friends")).toBe("PRE_AUTH_CODE_EXPIRED");
  expect(reasonAt("/api/wecom")).toBe("PRE_AUTH_CODE_EXPIRED");
});

test("a place that is known and neither's gets neither's row", () => {
  const body = { errcode: 42007, errmsg: "words of the server" };
  expect(diagnosed("https://app.example/api/wecommerce", body)).toMatchObject({ row: null, catalog: undefined });
  expect(diagnosed("https://api.q.qq.com/api/wechat/x", body)).toMatchObject({ row: null });
});

test("an error that was read before keeps its catalog, also on its way through JSON", () => {
  const body = { errcode: 42007, errmsg: "words of the server" };
  const first = diagnosed("https://qyapi.weixin.qq.com/cgi-bin/user/get", body);
  expect(first).toBeDefined();
  const error = new TencentError(first ?? diagnose(null));
  for (const again of [error, new Error("failed", { cause: error }), JSON.parse(JSON.stringify(error)) as unknown])
    expect(diagnose(again, { catalogs }).row?.reason ?? "").toBe("PRE_AUTH_CODE_EXPIRED");
});

test("two packs that claim the same call: the first of the list, said once in development", () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  const twice = [0, 1].map(() => diagnose({ errcode: 42007, errmsg: "" }, { catalogs }).row?.reason);
  expect(twice).toEqual(["AUTHORIZE_AGAIN", "AUTHORIZE_AGAIN"]);
  expect(warn).toHaveBeenCalledOnce();
  expect(warn.mock.calls[0]?.[0]).toContain('"wechat" and "wecom" both claim a call');
  warn.mockRestore();
});

test("a key that only one service's answers have counts more than a dialect", () => {
  expect(named({ code: 11000, message: "expired", message_cn: "过期", trace_id: "t" })).toEqual([
    "ads",
    "TOKEN_EXPIRED",
  ]);
  expect(named({ code: 500, message: "down", message_cn: "出错" })).toEqual(["ads", "ADS_DOWN"]);
  expect(named({ code: 11244, message: "token not exist or expire" })).toEqual([undefined, undefined]);
  // the app's own answers are not Tencent's
  expect(isFailure({ code: 500, message: "words" }, { catalogs })).toBe(false);
});

test("words and numbers at one key of a service's own", () => {
  const campus = defineCatalog({
    name: "campus",
    dialects: [{ name: "campus", codeKey: "errno", messageKey: "errtext" }],
    paths: ["/api/campus"],
    rows: [row("CARD_SESSION_OVER", "SESSION_OVER", "reauth", "auth"), row(7002, "LIBRARY_CLOSED", "platform")],
  });
  for (const errno of ["CARD_SESSION_OVER", 7002]) {
    const body = { errno, errtext: "words of the server" };
    const reason = errno === 7002 ? "LIBRARY_CLOSED" : "SESSION_OVER";
    expect(diagnose(body, { catalogs: [tencentCatalog, campus] })).toMatchObject({
      catalog: "campus",
      row: { reason },
    });
    const client = createTencentErrorClient({ catalogs: [tencentCatalog, campus] });
    expect(() => client.unwrap(body, responseAt("/api/campus/loans"))).toThrow(reason);
    expect(() => client.unwrap({ ...body, errno: 0 }, responseAt("/api/campus/loans"))).not.toThrow();
    expect(() => client.unwrap(body, responseAt("/api/others"))).not.toThrow();
  }
});

test("an app decides by call", () => {
  const client = createTencentErrorClient({
    catalogs,
    catalogOf: ({ url, dialect }) => (dialect === "wechat" && url?.endsWith("/work") === true ? wecom : undefined),
  });
  const reasonAt = (url: string) => {
    try {
      return client.unwrap({ errcode: 42007, errmsg: "" }, responseAt(url));
    } catch (error) {
      return client.diagnose(error).row?.reason;
    }
  };
  expect([reasonAt("/api/wechat/work"), reasonAt("/api/wechat/mine")]).toEqual([
    "PRE_AUTH_CODE_EXPIRED",
    "AUTHORIZE_AGAIN",
  ]);
});

test("the same reason in two catalogs is two troubles", () => {
  const fingerprints = [
    diagnose({ errcode: 42001, errmsg: "" }, { catalogs: [wechat] }).fingerprint,
    diagnose({ code: 11000, message: "", message_cn: "" }, { catalogs: [ads] }).fingerprint,
  ];
  expect(fingerprints).toEqual(["wechat:TOKEN_EXPIRED", "ads:TOKEN_EXPIRED"]);
});

test("an app's word that a call is not Tencent's counts for packs too", () => {
  const client = createTencentErrorClient({ catalogs: [tencentCatalog, wechat], isTencent: () => false });
  expect(client.diagnose({ errcode: 40001, errmsg: "" }).row).toBeNull();
});

const words = {
  en: {
    user: { CODE_USED: { title: "This link was used" } },
    developer: { CODE_USED: { description: "A code is good for one use." } },
  },
  zh: async () => ({ default: { user: { CODE_USED: { title: "链接已使用" } } } }),
};
const spoken = defineCatalog({ name: "wechat", rows: wechatRows, words });

test("a pack's words are told by reason, and the kind's where it has none", async () => {
  const used = diagnose({ errcode: 40163, errmsg: "" }, { catalogs: [tencentCatalog, spoken] });
  const busy = diagnose({ errcode: -1, errmsg: "" }, { catalogs: [tencentCatalog, spoken] });
  const { reauth, platform } = en.words.categories;
  expect(resolve(used, en)).toMatchObject({ title: "This link was used", description: reauth.description });
  expect(resolve(used, en, { audience: "developer" })).toMatchObject({
    title: en.developer.categories.reauth.title,
    description: "A code is good for one use.",
  });
  expect(resolve(used, ja)).toMatchObject(ja.words.categories.reauth);
  // no words of the vendor's -1
  expect(resolve(busy, en)).toMatchObject(platform);
  expect(resolve(busy, en, { audience: "developer" })).toMatchObject(en.developer.categories.platform);
  // the first ask fetches them
  expect(resolve(used, zhHK).title).toBe(zhHK.words.categories.reauth.title);
  await expect.poll(() => resolve(used, zhHK).title).toBe("链接已使用");
});

test("an extended pack stays a pack", () => {
  const more = extendCatalog(spoken, [row(99999, "NEW_ONE", "platform"), row(40163, "OURS", "request")]);
  const reason = (errcode: number) => diagnose({ errcode, errmsg: "" }, { catalogs: [more] }).row?.reason;
  expect([reason(99999), reason(40163), reason(40001)]).toEqual(["NEW_ONE", "OURS", "CREDENTIAL_INVALID"]);
});

// prettier-ignore
const mistakes: readonly (readonly [string, object, string])[] = [
  ["a code twice", { rows: [row(1001, "ONE", "request"), row(1001, "TWO", "request")] }, "has the code 1001 twice"],
  ["an unknown field", { host: ["api.weixin.qq.com"] }, 'has the field "host"'],
  ["an unknown field of a row", { rows: [{ ...row(1001, "ONE", "request"), severity: 1 }] }, 'has the field "severity"'],
  ["a code that is neither number nor word", { rows: [{ ...row(1001, "ONE", "request"), code: true }] }, "has a code that no answer carries"],
  ["an address as host", { hosts: ["https://api.weixin.qq.com"] }, "which is no host's name"],
  ["a host with a port", { hosts: ["api.weixin.qq.com:443/x"] }, "which is no host's name"],
  ["a host with an asterisk", { hosts: ["*.weixin.qq.com"] }, "which is no host's name"],
  ["a host that is no text", { hosts: [null] }, "has the host null"],
  ["a row that is none", { rows: [null] }, "has null in place of a row"],
  ["a dialect that is none", { dialects: [7] }, "has a dialect without name or codeKey"],
  ["a dialect with an unknown key", { dialects: [{ name: "own", codeKey: "c", code: "d" }] }, 'has the field "code" in the dialect "own"'],
  ["words that are none", { words: null }, "has words that are no object"],
  ["a language that is none", { words: { en: "Hello" } }, 'has "Hello" as its words in en'],
  ["a path without slash", { paths: ["api"] }, 'has the path "api"'],
  ["no name", { name: "" }, "has a name that marks nothing"],
  ["rows that are no list", { rows: {} }, "has no list of rows"],
  ["a dialect without keys", { dialects: [{ name: "own" }] }, "has a dialect without name or codeKey"],
  ["words with an unknown value", { words: { en: { user: { ONE: { title: "Hello {name}" } } } } }, "at en.user.ONE.title"],
  ["words that are a number", { words: { en: { user: { ONE: { title: 1 } } } } }, "at en.user.ONE.title"],
  ["words with markup", { words: { en: { user: { ONE: { title: "<b>Hello</b>" } } } } }, "at en.user.ONE.title"],
  ["words of a third kind", { words: { en: { user: { ONE: { help: "Hello" } } } } }, "at en.user.ONE.help"],
  ["words for a third audience", { words: { en: { admin: {} } } }, 'has words for "admin"'],
  ["words in no language", { words: { english: {}, "x y": {} } }, "which is no language tag"],
];

test.each(mistakes)("a pack is refused when it is defined with %s", (_what, fields, what) => {
  const define = () => defineCatalog({ name: "own", rows: [], ...fields });
  expect(define).toThrow(TypeError);
  expect(define).toThrow("[tencent-error-kit]");
  expect(define).toThrow(what);
});

test("a pack's own number counts beside an `error` of its service, and inside an envelope that is spelled alike", () => {
  const blog = defineCatalog({
    name: "blog",
    rows: [row(21327, "EXPIRED", "reauth", "auth")],
    dialects: [{ name: "blog", codeKey: "error_code", messageKey: "error" }],
    paths: ["/api/blog"],
  });
  const chat = defineCatalog({
    name: "chat",
    rows: [row(99991668, "TOKEN_OVER", "reauth", "auth")],
    dialects: [{ name: "chat", codeKey: "code", companionKey: "msg", messageKey: "msg" }],
    paths: ["/api/chat"],
  });
  const over = { code: 99991668, msg: "m" };
  for (const [url, body, reason] of [
    ["/api/blog/me", { error: "expired_token", error_code: 21327, request: "/2/me" }, "EXPIRED"],
    ["/api/chat/me", { ...over, error: { log_id: "x1" } }, "TOKEN_OVER"],
    ["/api/chat/me", { code: 502, msg: "m", data: over }, "TOKEN_OVER"],
  ] as const)
    for (const status of [200, 502]) {
      const client = createTencentErrorClient({ catalogs: [tencentCatalog, blog, chat] });
      const call = () => client.unwrap(body, { ...responseAt(url), status });
      // an envelope of the app's own in a good answer is no failure
      if (status === 502 || !("data" in body)) expect(call).toThrow(reason);
    }
});

test("a number of the vendor's behind another server counts too where a pack spells alike elsewhere", () => {
  const shop = defineCatalog({
    name: "shop",
    rows: [row(40100, "OVER", "reauth", "auth")],
    dialects: [{ name: "shop", codeKey: "code", companionKey: "message", messageKey: "message" }],
    paths: ["/api/shop"],
  });
  const client = createTencentErrorClient({ catalogs: [tencentCatalog, shop] });
  const at = (url: string, body: object, status = 401) => {
    try {
      return client.unwrap(body, { ...responseAt(url), status });
    } catch (error) {
      const { catalog, row: found, failure } = client.diagnose(error);
      return [catalog, found?.reason, failure.code];
    }
  };
  const body = { code: 100016, message: "m" };
  expect(at("/api/qq/me", body)).toEqual(["tencent", "ACCESS_TOKEN_CHECK_FAILED", 100016]);
  expect(at("/api/shop/me", body)).toEqual(["shop", undefined, 100016]);
  expect(at("/api/qq/me", { code: 40100, message: "m" })).toEqual([undefined, undefined, 40100]);
  expect(at("/api/qq/me", { code: -21, message: "m" })).toEqual([undefined, undefined, -21]);
  expect(at("/api/qq/me", body, 200)).toEqual(body);
});

test("a pack's own `code` with a `msg` is not taken for a number of the vendor's", () => {
  const pack = defineCatalog({
    name: "shop",
    rows: [row(-1, "SOLD_OUT", "restriction")],
    dialects: [{ name: "shop", codeKey: "code", companionKey: "msg", messageKey: "msg" }],
  });
  const catalogs = [tencentCatalog, pack];
  expect(diagnose({ code: -1, msg: "m" }, { catalogs })).toMatchObject({ catalog: "shop", category: "restriction" });
  const error = Object.assign(new Error("m"), { response: { status: 400, headers: {}, data: { code: -1, msg: "m" } } });
  expect(diagnose(error, { catalogs })).toMatchObject({ catalog: "shop", category: "restriction" });
});
