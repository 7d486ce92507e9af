import { expect, test } from "vitest";
import { createSandbox } from "./createSandbox.js";
import { authorizePath, choose, visit } from "./visit.js";

test("shows a page with a stable name on each button", async () => {
  const response = await visit(createSandbox(), `GET ${authorizePath({ scope: "get_user_info,list_friends" })}`);
  const page = await response.text();
  expect(response.status).toBe(200);
  expect(page).toContain("<title>QQ (sandbox)</title>");
  for (const name of ["Sign in", "Use another account", "Cancel", "Deny", "Show an error"])
    expect(page).toMatch(new RegExp(`<button[^>]*>${name}<`));
  for (const scope of ["get_user_info", "list_friends"]) expect(page).toContain(`<code>${scope}</code>`);
  expect(page).toContain("小明");
});

test("writes what the app sends as text, never as markup", async () => {
  const page = await (
    await visit(createSandbox(), `GET ${authorizePath({ scope: "<img src=x>", state: '"><script>' })}`)
  ).text();
  expect(page).not.toContain("<img");
  expect(page).not.toContain("<script");
});

test.each([
  ["no client_id", { client_id: undefined }, 100001],
  ["an unknown client_id", { client_id: "7" }, 100008],
  ["no response_type", { response_type: undefined }, 100000],
  ["the implicit grant", { response_type: "token" }, 100000],
  ["no redirect_uri", { redirect_uri: undefined }, 100010],
  ["a foreign redirect_uri", { redirect_uri: "https://evil.example/" }, 100010],
  ["a redirect_uri that only looks local", { redirect_uri: "http://localhost:6006@evil.example/" }, 100010],
  ["a redirect_uri with a script", { redirect_uri: "javascript:alert(1)" }, 100010],
  ["a redirect_uri with a hash", { redirect_uri: "http://localhost:6006/#x" }, 100010],
  ["no state", { state: undefined }, 100029],
])("strands on the error page for %s", async (_what, change, code) => {
  const response = await visit(createSandbox(), `GET ${authorizePath(change)}`);
  const to = new URL(response.headers.get("location") ?? "");
  expect(response.status).toBe(302);
  expect(to.pathname).toBe("/oauth2.0/show");
  expect(to.searchParams.get("error")).toBe(String(code));
  expect(to.searchParams.getAll("which")).toEqual(["error", "Login"]);
});

test("prints the first error on the error page", async () => {
  const page = await (
    await visit(createSandbox(), "GET /oauth2.0/show?which=error&error=100010&which=Login&error=100008")
  ).text();
  expect(page).toContain("redirect uri is illegal(100010)");
  expect(page).not.toContain("100008");
});

test("comes back with a code and the state after signing in", async () => {
  const to = await choose(createSandbox(), "allow", authorizePath({ redirect_uri: "http://127.0.0.1:5173/cb?tab=1" }));
  expect(to.origin + to.pathname).toBe("http://127.0.0.1:5173/cb");
  expect(to.searchParams.get("tab")).toBe("1");
  expect(to.searchParams.get("state")).toBe("s1");
  expect(to.searchParams.get("code")).toMatch(/^[0-9A-F]{32}$/);
});

test("comes back with usercancel after a refusal", async () => {
  const to = await choose(createSandbox(), "deny");
  expect(Object.fromEntries(to.searchParams)).toEqual({ usercancel: "1", state: "s1" });
});

test("closes the window on a PC and goes back on a phone when cancelled", async () => {
  const sandbox = createSandbox();
  expect(await (await visit(sandbox, `GET ${authorizePath()}`)).text()).toContain("window.close()");
  expect(await (await visit(sandbox, `GET ${authorizePath({ display: "mobile" })}`)).text()).not.toContain(
    "window.close()",
  );
});

test("strands on the error page when asked to", async () => {
  const to = await choose(createSandbox(), "error");
  expect(to.pathname).toBe("/oauth2.0/show");
  expect(to.searchParams.get("error")).toBe("100010");
});

test("isolates its window only when asked to", async () => {
  const sandbox = createSandbox();
  const policy = async (path: string): Promise<string | null> =>
    (await visit(sandbox, `GET ${path}`)).headers.get("cross-origin-opener-policy");
  expect(await policy(authorizePath())).toBeNull();
  expect(await policy(authorizePath({ coop: "same-origin" }))).toBe("same-origin");
  expect(await policy(authorizePath({ coop: "nonsense" }))).toBeNull();
  sandbox.set({ coop: "same-origin-allow-popups" });
  expect(await policy(authorizePath())).toBe("same-origin-allow-popups");
});

test("redirects to the origins of the options alone", async () => {
  const sandbox = createSandbox({ appOrigins: ["https://app.example"] });
  expect((await choose(sandbox, "allow", authorizePath({ redirect_uri: "https://app.example/cb" }))).origin).toBe(
    "https://app.example",
  );
  expect((await choose(sandbox, "allow")).pathname).toBe("/oauth2.0/show");
});
