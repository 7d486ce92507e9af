import { request as ask } from "node:http";
import { expect, test } from "vitest";
import { createSandbox } from "./createSandbox.js";
import { serve } from "./serve.js";

const [request, response] = [globalThis.Request, globalThis.Response];

test("answers over HTTP and stops", async () => {
  const { origin, close } = await serve(createSandbox(), 0);
  expect(origin).toMatch(/^http:\/\/localhost:\d+$/);
  const begun = await fetch(`${origin}/w/a/app/session/demo`, {
    method: "POST",
    headers: { origin: "http://localhost:6006" },
  });
  const { session } = await begun.json();
  expect(begun.headers.get("set-cookie")).toContain(session);
  const headers = { cookie: `te_session=${session}` };
  expect(await (await fetch(`${origin}/w/a/app/api/profile`, { headers })).json()).toMatchObject({ nickname: "小明" });
  await close();
  await expect(fetch(`${origin}/app/session`)).rejects.toThrow();
});

test("notices over HTTP that a caller gave up, and closes in spite of silence", async () => {
  const sandbox = createSandbox();
  const { origin, close } = await serve(sandbox, 0);
  sandbox.order({ silent: true, times: 2 });
  const caller = new AbortController();
  const call = fetch(`${origin}/app/api/friends`, { signal: caller.signal });
  await expect.poll(() => sandbox.calls().length).toBe(1);
  caller.abort();
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
  const other = fetch(`${origin}/app/api/friends`);
  await expect.poll(() => sandbox.calls().length).toBe(2);
  await Promise.all([expect(other).rejects.toThrow(), close()]);
});

test("listens on the one loopback address alone", async () => {
  const { origin, close } = await serve(createSandbox(), 0);
  await expect(fetch(`${origin.replace("localhost", "127.0.0.2")}/app/session`)).rejects.toThrow();
  await close();
});

test("answers only to a name of this machine, so that no other page's name can lead here", async () => {
  const { origin, close } = await serve(createSandbox(), 0);
  const { port } = new URL(origin);
  const statusFor = (host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const asked = ask({ port, host: "127.0.0.1", path: "/app/session", headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.once("error", reject).end();
    });
  const own = [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, "LOCALHOST"];
  // a name that was made to lead to this machine, and spellings that only begin or end like one of its own
  const others = [
    `evil.example:${port}`,
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil-localhost",
    "10.0.0.7",
  ];
  expect(await Promise.all(own.map(statusFor))).not.toContain(421);
  expect(new Set(await Promise.all(others.map(statusFor)))).toEqual(new Set([421]));
  await close();
});

test("says when the port is taken", async () => {
  const first = await serve(createSandbox(), 0);
  await expect(serve(createSandbox(), Number(new URL(first.origin).port))).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
  await first.close();
});

test("leaves the platform's Request and Response alone", async () => {
  await (await serve(createSandbox(), 0)).close();
  expect(globalThis.Request).toBe(request);
  expect(globalThis.Response).toBe(response);
});
