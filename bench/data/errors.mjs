// The seed catalog: [code, kind, zh, en]. `kind` selects what the user can do about it.
// kind: p params · t ticket · c credentials+ticket · o openid/openkey · a reauthorise · r retry+ticket
//       f frequency+ticket · h protocol+ticket · m permission+ticket · n number · d callback docs · q apply
export const ERRORS = [
  [-1, "p", "client 的请求参数无效", "The client request has invalid parameters"],
  [-2, "c", "请求中的 APPID 不存在", "The APPID in the request does not exist"],
  [-3, "m", "client 请求中 App 到 API 访问无权限", "The app has no permission to call this API"],
  [-4, "t", "请求中的 App IP 不允许", "The app IP in the request is not allowed"],
  [-5, "r", "签名验证失败", "Signature verification failed"],
  [-6, "f", "client 请求中 App 到 API 访问超限", "The app exceeded its call limit for this API"],
  [-7, "h", "请求协议非法，例如 HTTPS 搞成了 HTTP", "Invalid protocol, for example HTTP instead of HTTPS"],
  [-8, "t", "请求受限，通常是安全审计没通过", "Request restricted, usually by a failed security audit"],
  [-9, "t", "API 不存在", "The API does not exist"],
  [-10, "t", "请求中的 App 内网 IP 不允许", "The app intranet IP is not allowed"],
  [-11, "t", "请求中的 App 外网 IP 不允许", "The app public IP is not allowed"],
  [-12, "n", "测试环境调试号码受限", "Debug numbers are restricted in the test environment"],
  [-20, "a", "client 请求中 API 未经用户授权", "The user has not authorised this API"],
  [-21, "a", "access_token 已废除", "The access_token has been revoked"],
  [-22, "c", "openid 非法", "Invalid openid"],
  [-23, "a", "openkey 非法", "Invalid openkey"],
  [-24, "a", "openid openkey 验证失败", "openid and openkey verification failed"],
  [
    -25,
    "c",
    "timestamp 与系统当前时间相差超过10分钟",
    "The timestamp differs from the system time by more than 10 minutes",
  ],
  [-26, "o", "重复的 nonce", "Repeated nonce"],
  [-70, "c", "登录验证返回，验证 openkey 时 appid 非法", "Invalid appid while verifying the openkey"],
  [-71, "o", "openid 和 openkey 不匹配", "openid and openkey do not match"],
  [-72, "c", "appkey 和权限 tmem 中的 appkey 不一致", "The appkey differs from the one on record"],
  [-73, "a", "access token 改密失效", "The access token is invalid after a password change"],
  [100000, "p", "缺少或错误 response_type", "Missing or wrong response_type"],
  [100001, "p", "缺少参数 client_id", "Missing client_id"],
  [100002, "p", "缺少参数 client_secret", "Missing client_secret"],
  [100003, "p", "HTTP head 中缺少 Authorization", "Missing Authorization in the HTTP head"],
  [100004, "p", "缺少或错误 grant_type", "Missing or wrong grant_type"],
  [100005, "p", "缺少 code 参数", "Missing code"],
  [100006, "p", "缺少 refresh token", "Missing refresh token"],
  [100007, "p", "缺少 access token", "Missing access token"],
  [100008, "c", "该 APPID 不存在", "This APPID does not exist"],
  [100009, "c", "appkey（client_secret）不合法", "Invalid appkey (client_secret)"],
  [100010, "d", "回调地址不合法", "Invalid callback address"],
  [100011, "t", "App 不处于上线状态", "The app is not online"],
  [100012, "t", "非 post 方式", "The method is not POST"],
  [100013, "a", "access token 不合法", "Invalid access token"],
  [100014, "a", "access token 过期", "The access token has expired"],
  [100015, "a", "access token 废除", "The access token has been revoked"],
  [100016, "a", "access token 验证失败，其它原因", "Access token verification failed for another reason"],
  [251001, "p", "参数非法", "Invalid parameters"],
  [251002, "a", "access token 不合法", "Invalid access token"],
  [251003, "q", "获取好友 openid 失败", "Failed to get the friends openid"],
  [251004, "t", "获取好友缓存失败", "Failed to get the friends cache"],
  [251005, "t", "更新好友缓存失败", "Failed to update the friends cache"],
];

export const ACTIONS = {
  p: ["检查请求参数准确性", "Check the request parameters"],
  t: ["请提交工单联系客服处理", "Submit a ticket to contact support"],
  c: ["请确认 APPID、appkey、openid 的准确性，或提交工单", "Check the APPID, appkey and openid, or submit a ticket"],
  o: ["请确认 openid 与 openkey 的一致性", "Check that openid and openkey agree"],
  a: ["请重新授权", "Please authorise again"],
  r: ["重试一次，若失败请提交工单", "Retry once, and submit a ticket if it fails"],
  f: ["请降低访问频率，或提交工单", "Lower the call frequency, or submit a ticket"],
  h: ["请确认访问协议是否正确，或提交工单", "Check the protocol, or submit a ticket"],
  m: ["请确认该 APPID 是否有权限，或提交工单", "Check the permission of this APPID, or submit a ticket"],
  n: ["请使用有权限的号码", "Use a permitted number"],
  d: ["请检查回调地址，或查阅文档", "Check the callback address, or read the documentation"],
  q: ["接口调用无权限，请申请权限", "No permission for this interface, please apply for it"],
};

export const UI = {
  reauth: ["重新授权", "Authorise again"],
  support: ["联系客服", "Contact support"],
  cancel: ["取消", "Cancel"],
  dialogTitle: ["登录已失效", "Your sign-in has expired"],
  dialogBody: ["请重新授权以继续。", "Authorise again to continue."],
  unknown: ["请求失败", "The request failed"],
  request: ["请求编号：{id}", "Request id: {id}"],
};

/** A flat { key: text } catalog for the i18n peers. */
export function flatCatalog(locale) {
  const i = locale === "zh" ? 0 : 1,
    out = {};
  for (const [code, , zh, en] of ERRORS) out["e" + String(code).replace("-", "m")] = i ? en : zh;
  for (const [k, v] of Object.entries(ACTIONS)) out["a_" + k] = v[i];
  for (const [k, v] of Object.entries(UI)) out["u_" + k] = v[i];
  return out;
}
