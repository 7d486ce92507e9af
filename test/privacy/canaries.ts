/** Names of secrets and of what is personal: OAuth, sessions, QQ, Tencent Cloud, people. */
// prettier-ignore
export const secretNames = [
  "access_token", "refresh_token", "id_token", "token", "code", "code_verifier", "state", "nonce", "client_secret", "client_assertion",
  "assertion", "password", "passwd", "pwd", "pin", "otp", "secret", "api_key", "private_key", "authorization", "proxy-authorization",
  "cookie", "set-cookie", "session", "sessionid", "sid", "jwt", "bearer", "credentials", "csrf", "xsrf", "ticket",
  "openkey", "appkey", "app_key", "sig", "signature", "skey", "p_skey", "pt4_token", "pt_key", "qm_keyst", "g_tk", "bkn", "pfkey", "vkey",
  "psrf_qqaccess_token", "psrf_qqrefresh_token", "uin", "p_uin", "openid", "unionid",
  "SecretId", "SecretKey", "X-TC-Token", "TC3-HMAC-SHA256", "q-signature", "x-cos-security-token",
  "phone", "mobile", "email", "userip", "ip", "idcard", "nickname", "address",
] as const;

const bytes = (value: string): string => String.fromCharCode(...new TextEncoder().encode(value));
const base64 = (value: string): string => btoa(bytes(value));
const hex = (letter: string): string => (letter.codePointAt(0) ?? 0).toString(16);

/** How a secret may be written. */
export const encodings: Readonly<Record<string, (value: string) => string>> = {
  raw: (value) => value,
  percent: encodeURIComponent,
  percentTwice: (value) => encodeURIComponent(encodeURIComponent(value)),
  base64,
  base64url: (value) => base64(value).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, ""),
  json: (value) => value.replace(/[^a-z\d]/gi, (letter) => `\\u${hex(letter).padStart(4, "0")}`),
  html: (value) => value.replace(/[^a-z\d]/gi, (letter) => `&#x${hex(letter)};`),
};

/** What the vendor needs, and a report must keep. */
export const kept = {
  code: "-22",
  httpStatus: "403",
  call: "POST /v3/relation/get_friend_list3",
  requestId: "610bd4ad-0b82-48fc-9a4d-403b1c2d3e4f",
} as const;

const address = "https://graph.qq.com/v3/relation/get_friend_list3";

interface Parts {
  readonly url?: string;
  readonly headers?: unknown;
  readonly sent?: unknown;
  readonly data?: unknown;
  readonly more?: object;
}

/** A failed call as an axios error, with something inside. */
function failed({ url = address, headers = {}, sent, data = { ret: -22, msg: "no" }, more }: Parts): Error {
  const answer = { status: 403, headers: { "x-request-id": kept.requestId }, data };
  const config = { url, method: "post", headers, data: sent };
  return Object.assign(new Error("Request failed"), { config, response: answer }, more);
}

const said = (msg: string): Error => failed({ data: { ret: -22, msg } });

/** What an error's own answer says by itself, next to what comes with it. */
const facts = { status: 403, url: address, method: "POST", headers: { "x-request-id": kept.requestId } };

/** Where a secret may stand in a failed call. What is no text is also said by the server, as one. */
export const carriers: Readonly<Record<string, (name: string, value: string) => unknown>> = {
  "own field": (name, value) => failed({ data: { ret: -22, msg: "no", [name]: value }, more: { [name]: value } }),
  "nested fields": (name, value) => failed({ data: { ret: -22, a: { b: { c: { [name]: value } } } } }),
  "array of pairs": (name, value) =>
    failed({
      data: {
        ret: -22,
        msg: JSON.stringify([
          ["a", "b"],
          [name, value],
        ]),
      },
      headers: [[name, value]],
    }),
  Map: (name, value) => failed({ headers: new Map([[name, value]]), more: { extra: new Map([[name, value]]) } }),
  Headers: (name, value) => failed({ headers: new Headers({ [name]: encodeURI(value) }), more: { [name]: value } }),
  URLSearchParams: (name, value) => said(new URLSearchParams({ a: "1", [name]: value }).toString()),
  FormData: (name, value) => {
    const sent = new FormData();
    sent.append(name, value);
    return failed({ sent, data: { ret: -22, msg: `Content-Disposition: form-data; ${name}: ${value}` } });
  },
  query: (name, value) =>
    failed({ url: `${address}?a=1&${name}=${value}`, data: { ret: -22, msg: `${address}?a=1&${name}=${value}&b=2` } }),
  fragment: (name, value) =>
    failed({ url: `${address}#${name}=${value}`, data: { ret: -22, msg: `see ${address}#${name}=${value}` } }),
  "axios headers": (name, value) =>
    failed({ headers: { [name]: value }, data: { ret: -22, msg: `${name}: ${value}` } }),
  "axios data": (name, value) =>
    failed({ sent: JSON.stringify({ [name]: value }), data: { ret: -22, msg: JSON.stringify({ [name]: value }) } }),
  responseURL: (name, value) => failed({ more: { request: { responseURL: `${address}?${name}=${value}` } } }),
  "Response.url": (name, value) => ({ ...facts, url: `${address}?${name}=${value}`, data: { ret: -22, msg: "no" } }),
  "ky and ofetch": (name, value) =>
    failed({ more: { request: `${address}?${name}=${value}`, options: { headers: { [name]: value } } } }),
  cause: (name, value) => new Error("outer", { cause: failed({ more: { cause: new Error(`${name}=${value}`) } }) }),
  AggregateError: (name, value) =>
    new AggregateError([failed({}), Object.assign(new Error(`${name}=${value}`), { [name]: value })]),
  message: (name, value) =>
    Object.assign(said(`failed with ${name}=${value}`), { message: `failed with ${name}=${value}` }),
  stack: (name, value) =>
    failed({
      data: { ret: -22, msg: `Error: x\n    at f (${address}?${name}=${value}:1:2)` },
      more: { stack: `at ${name}=${value}` },
    }),
  "JSON in JSON": (name, value) => said(JSON.stringify({ body: JSON.stringify({ [name]: value, more: 1 }) })),
  JSONP: (name, value) =>
    failed({
      data: `callback( ${JSON.stringify({ ret: -22, msg: `f({"${name}":${JSON.stringify(value)}});`, [name]: value })} );`,
    }),
  "form text": (name, value) =>
    failed({ data: `ret=-22&msg=${encodeURIComponent(`a=1&${name}=${value}`)}&${name}=${encodeURIComponent(value)}` }),
  cookie: (name, value) => said(`Cookie: a=1; ${name}=${value}; b=2`),
  "Bearer and Basic": (name, value) =>
    failed({
      headers: { Authorization: `Bearer ${value}` },
      data: { ret: -22, msg: `Authorization: Bearer ${value}; Basic ${base64(`${name}:${value}`)}` },
    }),
  "symbol key": (name, value) => failed({ more: { [Symbol(name)]: value, [Symbol.for(name)]: { [name]: value } } }),
  getter: (name, value) => Object.defineProperty(failed({}), name, { enumerable: true, get: () => value }),
};

const formsOf = new Map<string, readonly string[]>();

/** The encodings in which a text holds a secret. */
export function leaksIn(text: string, canary: string): readonly string[] {
  let forms = formsOf.get(canary);
  if (forms === undefined) {
    forms = [...Object.values(encodings).map((encode) => encode(canary)), JSON.stringify(canary).slice(1, -1)];
    formsOf.set(canary, forms);
  }
  return forms.filter((form) => text.includes(form));
}
