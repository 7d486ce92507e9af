import { expect, test } from "vitest";
import { createTencentErrorClient, diagnose, isFailure } from "../../src/core.js";
import { failedCalls } from "../../src/react/failedCalls.js";
import { pickFailure } from "../../src/react/pickFailure.js";

const revoked = { ret: -21, msg: "revoked" };
const noRoute = new Error('No route matches URL "/x"');
/** What `isRouteErrorResponse` says yes to. */
const routeAnswer = (status: number, data: unknown, error?: Error) => ({
  ...{ status, statusText: "", internal: error !== undefined, data },
  ...(error && { error }),
});
const answer = (status: number) => new Response("{}", { status });

// what, what an app hands on as it came, the category, the HTTP status
// prettier-ignore
const failures: readonly (readonly [what: string, raw: unknown, category: string, httpStatus: number | undefined])[] = [
  ["React Router's own 404", routeAnswer(404, String(noRoute), noRoute), "unknown", 404],
  ["React Router's own 405", routeAnswer(405, "Error: no action", new Error("no action")), "unknown", 405],
  ["React Router's answer of a loader", routeAnswer(401, revoked), "reauth", 401],
  ["React Router's answer without a body", routeAnswer(404, null), "unknown", 404],
  ["RTK Query, a failed call", { error: { status: 401, data: revoked } }, "reauth", 401],
  ["RTK Query, a body that says nothing", { error: { status: 404, data: { detail: "x" } }, isError: true }, "unknown", 404],
  ["RTK Query, a text", { error: { status: 500, data: "boom" }, meta: { response: {} } }, "platform", 500],
  ["RTK Query, no body", { error: { status: 502, data: undefined } }, "platform", 502],
  ["RTK Query, no connection", { error: { status: "FETCH_ERROR", error: "TypeError: Failed to fetch" } }, "network", undefined],
  ["RTK Query, no JSON", { error: { status: "PARSING_ERROR", originalStatus: 502, data: "<html>", error: "SyntaxError: x" } }, "platform", 502],
  ["openapi-fetch, Tencent's body", { error: revoked, response: answer(401) }, "reauth", 401],
  ["openapi-fetch, another body", { error: { message: "nope" }, response: answer(404) }, "unknown", 404],
  ["openapi-fetch, a text", { data: undefined, error: "boom", response: answer(502) }, "platform", 502],
  ["openapi-fetch, no body", { error: undefined, response: answer(500) }, "platform", 500],
];

test.each(failures)("%s is a failure, with its status", (_what, raw, category, httpStatus) => {
  const client = createTencentErrorClient();
  expect(isFailure(raw)).toBe(true);
  const found = pickFailure(failedCalls(raw), client)?.diagnosis;
  for (const diagnosis of [diagnose(raw), client.diagnose(raw), found]) {
    expect(diagnosis?.category).toBe(category);
    expect(diagnosis?.failure.httpStatus).toBe(httpStatus);
  }
});

test.each([
  ["openapi-fetch", { data: { ret: 0, name: "Ann" }, error: undefined, response: answer(200) }],
  ["RTK Query", { data: { name: "Ann" }, error: undefined, isSuccess: true }],
  ["a stored answer with a response of its own", { data: { response: { status: 404 } } }],
])("a good result of %s is none", (_what, raw) => {
  expect(isFailure(raw)).toBe(false);
  expect(pickFailure(failedCalls(raw), createTencentErrorClient())).toBeUndefined();
});
