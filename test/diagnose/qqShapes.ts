/** One failure of the vendor's table. A bigint only travels inside objects. */
export interface Spelled {
  readonly code: number | string | bigint;
  readonly message: string;
}

/** A shape in which a failure arrives, the dialect that it is read in, and how sure that is. */
export type QqShape = readonly [
  name: string,
  dialect: string,
  confidence: "exact" | "heuristic",
  spell: (failure: Spelled) => unknown,
];

const ret = ({ code, message }: Spelled) => ({ ret: code, msg: message });
const oauth = ({ code, message }: Spelled) => ({ error: code, error_description: message });
const umi = ({ code, message }: Spelled) => ({
  success: false,
  errorCode: code,
  errorMessage: message,
  showType: 2,
  traceId: "t-1",
  host: "10.0.0.1",
});
const problem = ({ code, message }: Spelled) => ({
  type: "about:blank",
  title: "Bad Request",
  status: 400,
  detail: message,
  code,
});
const graphql = (extensions: unknown) => ({ data: null, errors: [{ message: "upstream", path: ["me"], extensions }] });
const form = (fields: object) =>
  new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)])).toString();
const named = (name: string, fields: object) =>
  Object.assign(new Error("Request failed with status code 200"), { name }, fields);
const headers = { get: () => null };
const json = JSON.stringify;

/** Texts that differ in their shape only. */
// prettier-ignore
export const textShapes: readonly QqShape[] = [
  ["JSON text", "openapi", "exact", (f) => json(ret(f))],
  ["JSON text of OAuth", "oauth", "exact", (f) => json(oauth(f))],
  ["JSON text, message first", "openapi", "exact", ({ code, message }) => json({ msg: message, ret: code })],
  ["JSON text with a BOM and line ends", "openapi", "exact", (f) => `\ufeff\r\n${json(ret(f), null, 2)}\r\n`],
  ["JSON text with a raw line break", "openapi", "exact", (f) => json(ret(f)).replace("a ", "a\n")],
  ["JSON text of JSON text", "openapi", "exact", (f) => json(json(ret(f)))],
  ["JSON text with other fields", "openapi", "exact", (f) => json({ is_lost: 1, ...ret(f), seqid: 3, data: { ret: 0 } })],
  ["JSON text, cut off", "openapi", "heuristic", (f) => json(ret(f)).replace(/.{4}$/, "")],
  ["JSON text, elided", "openapi", "heuristic", (f) => json(ret(f)).replace(/,"msg".*/, ",...}")],
  ["JSON text, single quotes", "openapi", "heuristic", (f) => json(ret(f)).replaceAll('"', "'")],
  ["JSON text, typographic quotes", "openapi", "heuristic", (f) => json(ret(f)).replace(/"msg":"(.*)"/, "”msg”:”$1”")],
  ["JSONP", "oauth", "exact", (f) => `callback( ${json(oauth(f))} );`],
  ["JSONP with a BOM", "oauth", "exact", (f) => `\ufeffcallback( ${json(oauth(f))} );\n`],
  ["JSONP without blanks", "oauth", "exact", (f) => `callback(${json(oauth(f))});`],
  ["JSONP without a semicolon", "oauth", "exact", (f) => `callback( ${json(oauth(f))} )`],
  ["JSONP with blanks behind", "oauth", "exact", (f) => `;callback( ${json(oauth(f))} ) ;\r\n`],
  ["JSONP over several lines", "oauth", "exact", (f) => `callback( ${json(oauth(f), null, 2)} );`],
  ["JSONP with a line before the object", "oauth", "exact", (f) => `callback(\n  ${json(oauth(f))}\n);`],
  ["JSONP by another name", "openapi", "exact", (f) => `_Callback(${json(ret(f))});`],
  ["JSONP by a name with dots", "openapi", "exact", (f) => `window.qq.$cb_1(${json(ret(f))});`],
  ["JSONP, guarded", "oauth", "exact", (f) => `/**/ typeof callback === 'function' && callback(${json(oauth(f))});`],
  ["JSONP, single quotes", "oauth", "heuristic", (f) => `callback(${json(oauth(f)).replaceAll('"', "'")});`],
  ["JSONP, cut off", "oauth", "heuristic", (f) => `callback( ${json(oauth(f)).slice(0, -8)}`],
  ["JSONP, elided", "oauth", "heuristic", ({ code }) => `callback( {"error":${json(code)},...} );`],
  ["JSONP with a script behind", "oauth", "heuristic", (f) => `callback(${json(oauth(f))});alert(1)`],
  ["form text", "oauth", "exact", (f) => form(oauth(f))],
  ["form text of ret", "openapi", "exact", (f) => form(ret(f))],
  ["form text of code and msg", "oauth", "exact", ({ code, message }) => form({ code, msg: message })],
  ["an address with the error in its query", "redirect", "exact", (f) => `https://app.example/cb?${form(oauth(f))}&state=s1`],
  ["an address with the error in its hash", "redirect", "exact", (f) => `https://app.example/cb#${form(oauth(f))}&state=s1`],
  ["an address with code and msg", "redirect", "exact", ({ code, message }) => `https://app.example/cb?${form({ code, msg: message })}&state=s1`],
  ["an address of a hash router", "redirect", "exact", (f) => `https://app.example/#/cb?${form(oauth(f))}`],
  ["QQ's own error page, keys twice", "redirect", "exact", ({ code }) => `https://graph.qq.com/oauth2.0/show?which=error&display=pc&error=${code}&which=Login&display=pc&response_type=code&error=1`],
  ["a query alone", "redirect", "exact", (f) => `?${form(oauth(f))}`],
  ["a hash alone", "redirect", "exact", (f) => `#${form(oauth(f))}`],
  ["a path with a query", "redirect", "exact", (f) => `/oauth2.0/show?which=error&${form(oauth(f))}`],
  ["what Umi says", "umi", "heuristic", (f) => json(umi(f))],
  ["what RFC 9457 says", "problem", "heuristic", (f) => json(problem(f))],
  ["what GraphQL says", "openapi", "exact", (f) => json(graphql(ret(f)))],
  ["what GraphQL says in a code", "graphql", "heuristic", ({ code }) => json(graphql({ code }))],
];

/** Texts that a page shows to people: their numbers are written in one way only. */
// prettier-ignore
export const pageShapes: readonly QqShape[] = [
  ["a page's sentence", "pageText", "heuristic", ({ code, message }) => `${message}(${code})\n\n[通知]`],
  ["a page's sentence with #", "pageText", "heuristic", ({ code, message }) => `${message} (#${code})`],
  ["a page in Chinese", "pageText", "heuristic", ({ code }) => `请升级到最新版本，错误码：${code}`],
  ["a page in Chinese without a colon", "pageText", "heuristic", ({ code }) => `请升级到最新版本，错误码 ${code}`],
];

/** Objects, and what libraries throw around them. */
// prettier-ignore
export const objectShapes: readonly QqShape[] = [
  ["a body", "openapi", "exact", ret],
  ["a body of OAuth", "oauth", "exact", oauth],
  ["a frozen body", "openapi", "exact", (f) => Object.freeze(ret(f))],
  ["a body without a prototype", "openapi", "exact", (f) => Object.assign(Object.create(null) as object, ret(f))],
  ["a body with a name and a message", "openapi", "exact", (f) => ({ name: "Ann", message: "hi", ...ret(f) })],
  ["what Umi says", "umi", "heuristic", umi],
  ["what Umi relays", "openapi", "exact", (f) => ({ success: false, data: ret(f), showType: 2 })],
  ["what RFC 9457 says", "problem", "heuristic", problem],
  ["what RFC 9457 says, nested", "openapi", "exact", (f) => ({ type: "about:blank", title: "Bad", status: 400, extensions: ret(f) })],
  ["what GraphQL says", "openapi", "exact", (f) => graphql(ret(f))],
  ["what GraphQL says in a code", "graphql", "heuristic", ({ code }) => graphql({ code, classification: "X" })],
  ["what GraphQL relays", "openapi", "exact", (f) => graphql({ code: "UNAUTHENTICATED", response: { status: 200, body: ret(f) } })],
  ["what QC.api says", "openapi", "exact", (f) => ({ status: 0, code: f.code, data: ret(f) })],
  ["an answer of axios", "openapi", "exact", (f) => ({ status: 200, headers: {}, config: { url: "/a" }, data: ret(f) })],
  ["an error of axios", "openapi", "exact", (f) => named("AxiosError", { code: "ERR_BAD_RESPONSE", config: {}, response: { status: 200, headers: {}, data: ret(f) } })],
  ["an error of ky", "oauth", "exact", (f) => named("HTTPError", { response: new Response(null, { status: 200 }), data: oauth(f) })],
  ["an error of ofetch", "openapi", "exact", (f) => named("FetchError", { request: "/a", status: 200, response: Object.assign(new Response(null), { _data: ret(f) }), data: ret(f) })],
  ["an error of superagent", "openapi", "exact", (f) => named("Error", { status: 200, response: { status: 200, body: ret(f) } })],
  ["an error of SWR's documentation", "openapi", "exact", (f) => named("Error", { info: ret(f), status: 200 })],
  ["an error of Angular", "oauth", "exact", (f) => ({ name: "HttpErrorResponse", message: "Http failure", status: 200, headers, error: oauth(f) })],
  ["an error with the body's fields", "openapi", "exact", (f) => named("ApiError", ret(f))],
  ["an error from another window", "openapi", "exact", (f) => ({ name: "TypeError", message: "x", data: ret(f) })],
  ["an XMLHttpRequest", "openapi", "exact", (f) => ({ readyState: 4, status: 200, response: ret(f), responseURL: "https://a.example/b" })],
  ["a cause", "openapi", "exact", (f) => new Error("outer", { cause: new Error("inner", { cause: ret(f) }) })],
  ["one of many errors", "oauth", "exact", (f) => new AggregateError([new Error("a"), new Error("b", { cause: oauth(f) })])],
  ["an error of a GraphQL client", "openapi", "exact", (f) => named("ClientError", { response: { status: 200, headers, data: null, errors: graphql(ret(f)).errors } })],
  ["an error of Apollo", "openapi", "exact", (f) => named("ApolloError", { graphQLErrors: [named("GraphQLError", { extensions: ret(f) })] })],
  ["an event's error", "openapi", "exact", (f) => ({ type: "error", message: "x", error: new Error("y", { cause: ret(f) }) })],
];
