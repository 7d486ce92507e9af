import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import en from "../../src/locales/en.js";
import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { createSandbox, type Sandbox } from "../sandbox/createSandbox.js";
import { serve as serveSandbox, type ServedSandbox } from "../sandbox/serve.js";
import { protectedChromium } from "./protectedChromium.js";
import { answerWith, buildPages, serve, type Answered, type Served } from "./servePages.js";
import { gatherComplaints, strictly } from "./strictPolicy.js";

const callbackPath = "/tencent-callback.html";
const recipe = readFileSync(new URL("../../docs/recipes/callback.md", import.meta.url), "utf8");
const headers = JSON.parse(/```json\n(.*?)```/s.exec(recipe)?.[1] ?? "") as Record<string, string>;

let browser: Browser;
let sandbox: Sandbox;
let tencent: ServedSandbox;
let app: Served;

test.describe.configure({ mode: "default" });
test.use({ trace: "off" });

test.beforeAll(async () => {
  sandbox = createSandbox();
  const pages = await buildPages("./redirect", ["index.html", "tencent-callback.html"], "production");
  const [appPages, callbackPage] = [answerWith(pages), answerWith(pages, headers)];
  [browser, tencent, app] = await Promise.all([
    protectedChromium(),
    serveSandbox(sandbox, 0),
    serve(
      strictly((request, url) => {
        if (url.pathname.startsWith("/app/")) return exchanged(request, url);
        return (url.pathname === callbackPath ? callbackPage : appPages)(request, url);
      }),
    ),
  ]);
});

test.afterAll(async () => {
  await browser.close();
  await Promise.all([tencent.close(), app.close()]);
});

test.beforeEach(() => sandbox.reset());

/** The app's own server redeems the code at Tencent's. */
async function exchanged(request: IncomingMessage, url: URL): Promise<Answered> {
  const headers = { "content-type": "application/json" };
  const sent = new Request(url, { method: "POST", headers, body: await text(request) });
  return { body: await (await sandbox.fetch(sent)).text(), headers };
}

const origin = (): string => `http://localhost:${String(app.port)}`;

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly address: string;
  /** Violations, errors and warnings of the pages. */
  readonly faults: readonly string[];
}

async function open(way = "redirect", more = "", failing = "Fail"): Promise<Opened> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults = await gatherComplaints(page);
  const address = `${origin()}/?sandbox=${encodeURIComponent(tencent.origin)}&way=${way}${more}#orders/7`;
  await page.goto(address);
  await page.getByLabel("Draft").fill("half a sentence");
  await page.getByRole("button", { name: failing }).click();
  return { page, context, address, faults };
}

const leave = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: /Sign in again/ }).click();
  await page.getByRole("heading", { name: "QQ (sandbox)" }).waitFor();
};

async function exchanges(): Promise<number> {
  const answer = await fetch(`${tencent.origin}/app/api/log`);
  const { calls } = (await answer.json()) as { readonly calls: readonly { readonly path: string }[] };
  return calls.filter(({ path }) => path === "/app/session/qq").length;
}

const kept = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify([sessionStorage, localStorage]));

test("the app's page is under the strict policy: a planted style is refused and reported", async () => {
  const { page, context, faults } = await open();
  await page.evaluate(() => document.head.appendChild(document.createElement("style")).append("body{color:red}"));
  await expect.poll(() => faults.join("\n")).toContain("style-src");
  await context.close();
});

test("a sign-in that leaves the page comes back to it, with its draft, and the code is exchanged once", async () => {
  const { page, address, faults } = await open();
  await leave(page);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("succeeded 1")).toBeVisible();
  await expect(page.getByLabel("Draft")).toHaveValue("half a sentence");
  expect([page.url(), await exchanges(), await kept(page)]).toEqual([address, 1, "[{},{}]"]);
  await page.reload();
  await expect(page.getByText("idle 0")).toBeVisible();
  expect([await exchanges(), faults]).toEqual([1, []]);
  await page.context().close();
});

test("what was typed comes back once it is known who has signed in, where the app names its people", async () => {
  const { page, context, faults } = await open("redirect", "&as=A");
  await leave(page);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  // the sandbox signs in another account than A
  await expect(page.getByRole("heading", { name: en.words.labels.otherAccount })).toBeVisible();
  await expect(page.getByLabel("Draft")).toHaveValue("");
  expect(faults).toEqual([]);
  await context.close();
});

test("who leaves with a held change by the prompt is not asked again, and is told that it was not sent", async () => {
  const { page, context, faults } = await open("redirect", "", "Save");
  const asked: string[] = [];
  page.on("dialog", (dialog) => void (asked.push(dialog.type()), dialog.accept()));
  await expect(page.getByText("1 change waits to be sent")).toBeVisible();
  await leave(page);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("1 change was not sent.").first()).toBeVisible();
  expect([asked, faults]).toEqual([[], []]);
  await context.close();
});

test("who stays when the app asks finds the prompt as it was, and the change still held", async () => {
  const { page, context } = await open("redirect", "", "Save");
  const asked: string[] = [];
  page.on("dialog", (dialog) => void (asked.push(dialog.type()), dialog.dismiss()));
  const start = page.getByRole("button", { name: /Sign in again/ });
  await start.waitFor();
  // the prompt's backdrop lies over the page
  await page.evaluate(() => addEventListener("beforeunload", (event) => event.preventDefault(), { once: true }));
  await start.click();
  await expect(page.getByText("required 0")).toBeAttached();
  await expect(start).toBeEnabled();
  await expect(page.getByText("1 change waits to be sent")).toBeVisible();
  await leave(page);
  expect(asked).toEqual(["beforeunload"]);
  // Back: the page is alive, and so is the change
  await page.evaluate(() => history.back());
  await expect(page.getByText("1 change waits to be sent")).toBeVisible();
  await context.close();
});

test("who refuses on the QQ page is told what was not sent", async () => {
  const { page, context } = await open("redirect", "", "Save");
  await leave(page);
  await page.getByRole("button", { name: "Deny" }).click();
  const told = `${en.words.reasons.denied} 1 change was not sent.`;
  await expect(page.locator("[data-part=prompt]").getByText(told)).toBeVisible();
  await context.close();
});

test("a dismissal says nothing in the console, also where the browser would refuse to close the window", async () => {
  const { page, context, faults } = await open("auto");
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("button", { name: /Sign in again/ }).click(),
  ]);
  await popup.getByRole("heading", { name: "QQ (sandbox)" }).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("cancelled 0")).toBeVisible();
  // what would be said is said by then
  await popup.close();
  expect(faults).toEqual([]);
  await context.close();
});

test("field F26: a sign-in that comes back in another tab is finished there, and the first one only loads its page again", async () => {
  const { page, context, address, faults } = await open();
  await leave(page);
  // the provider's app goes on in a tab of its own
  const other = await context.newPage();
  const said = await gatherComplaints(other);
  await other.goto(page.url());
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByText("succeeded 1")).toBeVisible();
  expect([other.url(), await exchanges(), await kept(other)]).toEqual([
    address,
    1,
    expect.not.stringContaining("code"),
  ]);
  // no draft of this tab's: that is where it was written
  await expect(other.getByLabel("Draft")).toHaveValue("");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("idle 0")).toBeVisible();
  await expect(page.getByLabel("Draft")).toHaveValue("half a sentence");
  expect([page.url(), await exchanges(), await kept(page)]).toEqual([address, 1, "[{},{}]"]);
  expect([...faults, ...said]).toEqual([]);
  await context.close();
});

test("a sign-in gives no code to other pages of the origin by a storage event", async () => {
  const { page, context } = await open();
  const witness = await context.newPage();
  await witness.goto(`${origin()}${callbackPath}`);
  await witness.evaluate(() => {
    const told: string[] = [];
    addEventListener("storage", ({ key, newValue }) => told.push(`${String(key)} ${String(newValue)}`));
    Object.assign(window, { told });
  });
  await page.bringToFront();
  await leave(page);
  const returned = page.waitForRequest((request) => new URL(request.url()).pathname === callbackPath);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const code = new URL((await returned).url()).searchParams.get("code") ?? "none";
  await expect(page.getByText("succeeded 1")).toBeVisible();
  const told = await witness.evaluate(() => (window as Window & { readonly told?: readonly string[] }).told ?? []);
  // the other page sees the record come and go
  expect(told.length).toBeGreaterThanOrEqual(2);
  expect(told.join()).not.toContain(code);
  await context.close();
});

test("a refusal on the QQ page is said where the person started", async () => {
  const { page, context, faults } = await open();
  await leave(page);
  await page.getByRole("button", { name: "Deny" }).click();
  await expect(page.getByText(en.words.reasons.denied, { exact: true })).toBeVisible();
  await expect(page.getByLabel("Draft")).toHaveValue("half a sentence");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  expect([await exchanges(), await kept(page), faults]).toEqual([0, "[{},{}]", []]);
  await context.close();
});

test("F17: Back from the QQ page brings the page as it was, ready to try again", { tag: ["@F17"] }, async () => {
  const { page, context, faults } = await open();
  await leave(page);
  // the page comes from the back/forward cache, without a load event
  await page.evaluate(() => history.back());
  await expect(page.getByText("idle 0")).toBeVisible();
  await expect(page.getByLabel("Draft")).toHaveValue("half a sentence");
  await page.getByRole("button", { name: "Fail" }).click();
  await leave(page);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("succeeded 1")).toBeVisible();
  expect([await exchanges(), faults]).toEqual([1, []]);
  await context.close();
});

test("F01: after a blocked window the person goes on in the page", async () => {
  const { page, context, faults } = await open("auto");
  await page.evaluate(() => (window.open = () => null));
  await page.getByRole("button", { name: /Sign in again/ }).click();
  await page.getByRole("button", { name: "Continue on this page" }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("succeeded 1")).toBeVisible();
  expect([await exchanges(), faults]).toEqual([1, []]);
  await context.close();
});

test("the window closes by itself, under the strict policy of the recipe", async () => {
  const { page, context, faults } = await open("auto");
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("button", { name: /Sign in again/ }).click(),
  ]);
  const said = await gatherComplaints(popup);
  const closed = popup.waitForEvent("close");
  await popup.getByRole("button", { name: "Sign in", exact: true }).click();
  await closed;
  await expect(page.getByText("succeeded 1")).toBeVisible();
  expect([await exchanges(), await kept(page), [...faults, ...said]]).toEqual([1, "[{},{}]", []]);
  await context.close();
});

test(
  "F09: in another browser the return page leads back and exchanges nothing, also when it is loaded twice",
  { tag: ["@F09"] },
  async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    for (const expected of [/Go back to the window/, /Go back to the window/]) {
      const answer = await page.goto(`${origin()}${callbackPath}?code=SECRET&state=${"s".repeat(43)}#top`);
      expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
      await expect(page.getByText(expected)).toBeVisible();
      await expect(page.getByRole("link", { name: /Back to the app/ })).toHaveAttribute("href", "/");
      expect([page.url(), await kept(page)]).toEqual([`${origin()}${callbackPath}`, "[{},{}]"]);
    }
    expect(await exchanges()).toBe(0);
    await context.close();
  },
);

test("the page of the recipe is the page that is tested here", () => {
  const html = readFileSync(new URL("./redirect/tencent-callback.html", import.meta.url), "utf8");
  expect(recipe).toContain(html);
});
