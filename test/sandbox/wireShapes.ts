import type { WireAnswer, WireFailure, WireShape } from "./WireShape.js";

type Speller = (failure: WireFailure) => WireAnswer;

const html = "text/html; charset=utf-8";
const json = "application/json; charset=utf-8";

/**
 * Every shape with the function that spells a failure in it. Umi, problem and graphql are what back ends wrap around it.
 * @see https://wiki.connect.qq.com/公共返回码说明 (openapi, oauth)
 * @see https://wiki.connect.qq.com/使用authorization_code获取access_token (jsonp)
 */
export const wireShapes: Readonly<Record<WireShape, Speller>> = {
  openapi: (failure) => answer(JSON.stringify(ret(failure)), json),
  openapiString: ({ code, message }) => answer(JSON.stringify({ ret: String(code), msg: message }), json),
  openapiHtml: (failure) => answer(JSON.stringify(ret(failure)), html),
  jsonp: (failure) => answer(`callback( ${JSON.stringify(error(failure))} );\n`, html),
  jsonpTight: (failure) => answer(`callback(${JSON.stringify(error(failure))});`, html),
  jsonpLines: (failure) => answer(`callback( ${JSON.stringify(error(failure), null, 2)} );`, html),
  jsonpNoSemicolon: (failure) => answer(`callback( ${JSON.stringify(error(failure))} )`, html),
  json: (failure) => answer(JSON.stringify(error(failure)), json),
  form: (failure) => answer(form(error(failure)), html),
  text: ({ code, message }) => answer(`${message}(${code})`, "text/plain; charset=utf-8"),
  url: (failure) => answer(errorPageAddress(failure), "text/plain; charset=utf-8"),
  umi: ({ code, message }) =>
    answer(
      JSON.stringify({
        success: false,
        errorCode: String(code),
        errorMessage: message,
        showType: 2,
        traceId: "sandbox",
      }),
      json,
    ),
  problem: ({ code, message }) =>
    answer(
      JSON.stringify({ type: "about:blank", title: "Bad Request", status: 400, detail: message, code }),
      "application/problem+json",
      400,
    ),
  graphql: (failure) =>
    answer(
      JSON.stringify({ data: null, errors: [{ message: failure.message, extensions: ownFields(failure) }] }),
      json,
    ),
};

/** The shape in which the real servers send this code: JSONP for the OAuth endpoints, `{ret,msg}` for all others. */
export function defaultShape(code: number): WireShape {
  return isOAuth(code) ? "jsonp" : "openapi";
}

function answer(body: string, contentType: string, status = 200): WireAnswer {
  return { status, contentType, body };
}

function ret({ code, message }: WireFailure): { ret: number; msg: string } {
  return { ret: code, msg: message };
}

function error({ code, message }: WireFailure): { error: number; error_description: string } {
  return { error: code, error_description: message };
}

function form(fields: Readonly<Record<string, string | number>>): string {
  return new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)])).toString();
}

function errorPageAddress({ code }: WireFailure): string {
  return `https://graph.qq.com/oauth2.0/show?which=error&display=pc&error=${code}&which=Login&display=pc&response_type=code`;
}

function ownFields(failure: WireFailure): Readonly<Record<string, string | number>> {
  return isOAuth(failure.code) ? error(failure) : ret(failure);
}

function isOAuth(code: number): boolean {
  return code >= 100_000 && code < 111_000;
}
