import { http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diagnose } from "../../src/core.js";
import { createSandbox, sandboxHandlers, simulateCode, wireBodies } from "../../src/testing.js";

const sandbox = createSandbox();
const server = setupServer(...sandboxHandlers({ http, sandbox }));
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

const me = "https://graph.qq.com/oauth2.0/me?access_token=none";

test("MSW asks the sandbox in place of Tencent and of the app's back end", async () => {
  sandbox.order({ code: -21, path: "/user" });
  const ordered = await (await fetch("https://graph.qq.com/user/get_user_info")).text();
  expect(diagnose(ordered)).toMatchObject({ category: "reauth", failure: { code: -21 } });
  expect(diagnose(await (await fetch(me)).text()).failure.code).not.toBeNull();
  expect((await fetch("http://localhost/app/session")).status).toBeLessThan(500);
  expect(sandbox.calls()).toHaveLength(3);
});

test("a choice in the toolbar fails one call, however often the story renders", async () => {
  const { decorator, globalTypes } = simulateCode((code) => sandbox.order({ code }), [-6, -21]);
  const story = (): string => "story";
  const context = { args: {}, globals: { simulateCode: "-6" } };
  for (let times = 0; times < 3; times += 1) expect(decorator(story, context)).toBe("story");
  const codes = [];
  for (let times = 0; times < 2; times += 1) codes.push(diagnose(await (await fetch(me)).text()).failure.code);
  expect(codes[0]).toBe(-6);
  expect(codes[1]).not.toBe(-6);
  decorator(story, { args: { simulateCode: -21 }, globals: context.globals });
  expect(diagnose(await (await fetch(me)).text()).failure.code).toBe(-21);
  expect(globalTypes.simulateCode.toolbar.items.map(({ value }) => value)).toEqual(["none", "-6", "-21"]);
});

test("every code in every shape is read as itself", () => {
  const bodies = wireBodies();
  expect(new Set(bodies.map(({ shape }) => shape)).size * new Set(bodies.map(({ code }) => code)).size).toBe(
    bodies.length,
  );
  const misread = bodies.filter(({ body, code }) => diagnose(body).failure.code !== code);
  // the number of the app's own API: in a page's text only Tencent's are looked for
  expect(misread.map(({ code, shape }) => `${String(code)} ${shape}`)).toEqual(["1002 text"]);
});
