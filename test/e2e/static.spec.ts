import { expect, test, type Page } from "@playwright/test";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveFolder } from "../../scripts/serveFolder.mjs";
import en from "../../src/locales/en.js";

// The site of `npm run build:storybook`, below a path of a host that does nothing but hand out files.
test.describe.configure({ mode: "default" });

const folder = mkdtempSync(join(tmpdir(), "site-"));
const path = "/some/path/";
let site: Awaited<ReturnType<typeof serveFolder>>;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  const { status, stderr } = spawnSync("npm", ["run", "build:storybook", "--", "--quiet", "-o", folder], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  site = await serveFolder(folder, path);
});

test.afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  /** Faults of the pages, and their requests to other origins. */
  readonly faults: readonly string[];
  /** Calls the sandbox, as the page does. */
  ask(path: string, init?: RequestInit): Promise<unknown>;
}

async function opened(page: Page, locale: string): Promise<Opened> {
  const faults: string[] = [];
  const { origin } = site;
  page.context().on("request", (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(origin + path)) faults.push(request.url());
  });
  page.context().on("console", (message) => {
    // a browser asks every site for an icon
    if (message.type() === "error" && !message.location().url.endsWith("/favicon.ico"))
      faults.push(`${message.text()} ${message.location().url}`);
  });
  page.context().on("weberror", (error) => faults.push(error.error().message));
  const query = `viewMode=story&id=recipes-friends--friends&globals=locale:${locale}&world=still`;
  await page.goto(`${origin}${path}iframe.html?${query}`);
  return {
    faults,
    ask: (path, init) =>
      page.evaluate(async ([path, init]) => (await fetch(`tencent/w/still${path}`, init)).json().catch(() => null), [
        path,
        init,
      ] as const),
  };
}

test("its manifest tells agents of each component that has a story, and of no story without one", async ({
  request,
}) => {
  const answer = await request.get(`${site.origin}${path}manifests/components.json`);
  const { components } = (await answer.json()) as {
    components: Record<string, { name: string; description?: string; stories: object[]; error?: object }>;
  };
  const all = Object.values(components);
  expect(all.map(({ name }) => name).sort()).toEqual([
    "ErrorNotice",
    "ErrorNoticeRegion",
    "ReauthPrompt",
    "TicketDialog",
  ]);
  for (const { name, description, stories, error } of all) {
    expect([name, error]).toEqual([name, undefined]);
    expect(description).not.toBe("");
    expect(stories.length).toBeGreaterThan(0);
  }
});

test("two queries and a change fail together, one sign-in heals all, the change runs once", async ({ page }) => {
  const { faults, ask } = await opened(page, "en");
  await page.getByText("李雷").waitFor();
  await ask("/sandbox/revoke", { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
  await page.getByLabel("New friend").fill("Zoe");
  // in one breath: the prompt that the first one brings covers the other
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll("button")];
    for (const name of ["Reload", "Add"]) buttons.find(({ textContent }) => textContent === name)?.click();
  });
  const prompt = page.getByRole("dialog");
  await prompt.getByText("3 items affected").waitFor();
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    prompt.getByRole("button", { name: /Sign in again/ }).click(),
  ]);
  const closed = popup.waitForEvent("close");
  await popup.getByRole("button", { name: "Sign in", exact: true }).click();
  await closed;
  await expect(page.getByText("Saved")).toBeVisible();
  await expect(page.getByText("Zoe")).toBeVisible();
  await expect(prompt).toHaveCount(0);
  expect(await ask("/app/api/log")).toMatchObject({ executions: 1 });
  expect(faults).toEqual([]);
});

test("a reload past the worker finds it again, and a refusal on the QQ page is said", async ({ page }) => {
  const { faults, ask } = await opened(page, "en");
  await page.getByText("李雷").waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Page.reload", { ignoreCache: true });
  await page.getByText("李雷").waitFor();
  await ask("/sandbox/revoke", { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
  await page.getByRole("button", { name: "Reload" }).click();
  const prompt = page.getByRole("dialog");
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    prompt.getByRole("button", { name: /Sign in again/ }).click(),
  ]);
  await popup.getByRole("button", { name: "Deny", exact: true }).click();
  await expect(prompt.getByText(en.words.reasons.denied)).toBeVisible();
  expect(faults).toEqual([]);
});

test("a world outlives a reload, and QQ's error page has its way back", async ({ page }) => {
  const { faults, ask } = await opened(page, "zh-CN");
  await page.getByText("李雷").waitFor();
  const before = (await ask("/app/api/log")) as { readonly calls: readonly unknown[] };
  await page.reload();
  await page.getByText("李雷").waitFor();
  const after = (await ask("/app/api/log")) as { readonly calls: readonly unknown[] };
  expect(after.calls.length).toBeGreaterThan(before.calls.length);
  await page.goto(new URL("tencent/w/still/oauth2.0/authorize?response_type=code", page.url()).href);
  await expect(page).toHaveURL(/\/tencent\/w\/still\/oauth2\.0\/show\?which=error/);
  await expect(page.getByRole("main")).toContainText("100001");
  expect(faults).toEqual([]);
});
