import { expect, test } from "vitest";
import { tencentCatalog } from "../../src/catalog/tencentCatalog.js";
import { createSandbox } from "./createSandbox.js";
import { outcomeOf } from "./outcomeOf.js";
import { serverMessages } from "./serverMessages.js";
import { visit } from "./visit.js";
import type { WireShape } from "./WireShape.js";
import { defaultShape, wireShapes } from "./wireShapes.js";

const codes = tencentCatalog.rows.map(({ code }) => code);
const shapes = Object.keys(wireShapes) as WireShape[];

test("covers the vendor's whole table with a text", () => {
  for (const code of codes) expect(serverMessages[code]).toMatch(/^[\x20-\x7e]+$/);
});

test.each(shapes)("sends each code of the table as %s", async (shape) => {
  const sandbox = createSandbox();
  for (const code of codes) {
    sandbox.order({ path: "/app/api/friends", code, shape });
    const response = await visit(sandbox, "GET /app/api/friends");
    expect(response.status).toBe(shape === "problem" ? 400 : 200);
    expect((await outcomeOf(response)).code).toBe(code);
    expect(await response.text()).toMatch(new RegExp(`(?<![\\d-])${code}(?!\\d)`));
  }
  expect(sandbox.calls().map(({ code }) => code)).toEqual(codes);
});

test("sends each code in its family's own shape when none is ordered", async () => {
  const sandbox = createSandbox();
  for (const code of codes) {
    sandbox.order({ code });
    const body = await (await visit(sandbox, "GET /app/api/friends")).text();
    expect(defaultShape(code)).toBe(code >= 100000 && code < 200000 ? "jsonp" : "openapi");
    expect(body.startsWith(defaultShape(code) === "jsonp" ? `callback( {"error":${code},` : `{"ret":${code},`)).toBe(
      true,
    );
  }
});

test.each<[WireShape, string, string]>([
  ["openapi", '{"ret":100016,"msg":"access token check failed"}', "application/json"],
  ["openapiString", '{"ret":"100016","msg":"access token check failed"}', "application/json"],
  ["openapiHtml", '{"ret":100016,"msg":"access token check failed"}', "text/html"],
  ["jsonp", 'callback( {"error":100016,"error_description":"access token check failed"} );\n', "text/html"],
  ["jsonpTight", 'callback({"error":100016,"error_description":"access token check failed"});', "text/html"],
  [
    "jsonpLines",
    'callback( {\n  "error": 100016,\n  "error_description": "access token check failed"\n} );',
    "text/html",
  ],
  ["jsonpNoSemicolon", 'callback( {"error":100016,"error_description":"access token check failed"} )', "text/html"],
  ["json", '{"error":100016,"error_description":"access token check failed"}', "application/json"],
  ["form", "error=100016&error_description=access+token+check+failed", "text/html"],
  ["text", "access token check failed(100016)", "text/plain"],
  [
    "url",
    "https://graph.qq.com/oauth2.0/show?which=error&display=pc&error=100016&which=Login&display=pc&response_type=code",
    "text/plain",
  ],
])("spells %s as public reports do", (shape, body, contentType) => {
  const answer = wireShapes[shape]({ code: 100016, message: "access token check failed" });
  expect(answer.body).toBe(body);
  expect(answer.contentType.startsWith(contentType)).toBe(true);
});
