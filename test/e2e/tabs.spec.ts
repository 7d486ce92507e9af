import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import en from "../../src/locales/en.js";
import { protectedChromium } from "./protectedChromium.js";
import { createRigs, type RigPlace, type Rigs } from "./rigs/createRigs.js";
import { openApp } from "./rigs/openApp.js";

// one worker and one browser for all of them
test.describe.configure({ mode: "default" });

const rounds = Number(process.env["FUZZ_RUNS"] ?? 20);
const tabs = Number(process.env["SOAK_TABS"] ?? 4);

let browser: Browser;
let rigs: Rigs;
let context: BrowserContext;

test.beforeAll(async () => {
  [browser, rigs] = await Promise.all([protectedChromium(), createRigs()]);
});

test.afterAll(async () => {
  await browser.close();
  await rigs.close();
});

test.beforeEach(async () => {
  context = await browser.newContext();
});

test.afterEach(() => context.close());

const place = (): RigPlace => rigs.places.find(({ name }) => name === "no COOP")!;
const start = (page: Page) => page.getByRole("button", { name: "Sign in again with QQ" });
const takeOver = (page: Page) => page.getByRole("button", { name: "Sign in here" });
const prompt = (page: Page) => page.getByRole("dialog");
const codes = async (pages: readonly Page[]): Promise<number> =>
  (await Promise.all(pages.map((page) => page.evaluate(() => window.rig.codes.length)))).reduce((a, b) => a + b, 0);

async function openTabs(count: number): Promise<Page[]> {
  const pages = await Promise.all(Array.from({ length: count }, () => context.newPage()));
  await Promise.all(pages.map((page) => page.goto(place().address)));
  return pages;
}

/** Every tab fails at one message, which unlike a timer is not throttled in the background. Returns how far apart they were. */
async function failTogether(pages: readonly Page[]): Promise<number> {
  const failed = pages.map((page) =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const channel = new BroadcastChannel("fail");
          channel.onmessage = () => {
            document.querySelector("button")?.click();
            channel.close();
            resolve(Date.now());
          };
          document.title = "ready";
        }),
    ),
  );
  for (const page of pages) await page.waitForFunction(() => document.title === "ready");
  await pages[0]!.evaluate(() => {
    const word = new BroadcastChannel("fail");
    word.postMessage("");
    word.close();
  });
  const times = await Promise.all(failed);
  await Promise.all(pages.map((page) => prompt(page).waitFor()));
  return Math.max(...times) - Math.min(...times);
}

async function press(page: Page, button = start(page)): Promise<Page> {
  await page.bringToFront();
  const [popup] = await Promise.all([context.waitForEvent("page"), button.click()]);
  await popup.getByRole("heading", { name: "Provider" }).waitFor();
  return popup;
}

/** When the prompt of a page closed. */
const healedAt = (page: Page): Promise<number> =>
  page.evaluate(() => window.rig.sights.findLast(({ title }) => title === null)?.at ?? 0);

const locks = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return held.length + pending.length;
  });

test(
  "eight tabs fail together, one signs in: one window, one exchange, all healed, no lock held",
  { tag: ["@L5"] },
  async () => {
    const pages = await openTabs(8);
    const apart = await failTogether(pages);
    const [first, ...others] = pages as [Page, ...Page[]];
    const popup = await press(first);
    for (const page of others) await expect(takeOver(page)).toBeVisible();
    expect(context.pages()).toHaveLength(9);
    await popup.getByRole("button", { name: "Sign in" }).click();
    for (const page of pages) await expect(prompt(page)).toHaveCount(0);
    const times = await Promise.all(pages.map(healedAt));
    const slowest = Math.max(...times) - (times[0] ?? 0);
    console.log(`failed within ${String(apart)} ms; the last tab healed ${String(slowest)} ms after the first`);
    expect(slowest).toBeLessThan(3000);
    expect(await codes(pages)).toBe(1);
    expect(await locks(first)).toBe(0);
  },
);

test("tabs that die at any moment keep no tab waiting and no lock", { tag: ["@L6"] }, async () => {
  test.setTimeout(60_000 + rounds * tabs * 5000);
  const longest = { wait: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const pages = await openTabs(tabs);
    await failTogether(pages);
    const popup = await press(pages[0]!);
    await pages[1]!.waitForTimeout(Math.random() * 300);
    // the one that signs in, and sometimes another one
    const dying = round % 3 === 0 ? [pages[0]!] : round % 3 === 1 ? [pages[0]!, pages[3]!] : [pages[2]!, pages[0]!];
    await Promise.all(dying.map((page) => page.close({ runBeforeUnload: false })));
    const killedAt = Date.now();
    const alive = pages.filter((page) => !dying.includes(page));
    for (const page of alive) await expect(start(page)).toBeVisible({ timeout: 10_000 });
    longest.wait = Math.max(longest.wait, Date.now() - killedAt);
    // one that was waiting holds the lock for a task, to learn that it is free
    await expect.poll(() => locks(alive[0]!)).toBe(0);
    await popup.close();
    const second = await press(alive[0]!);
    await second.getByRole("button", { name: "Sign in" }).click();
    for (const page of alive) await expect(prompt(page)).toHaveCount(0, { timeout: 10_000 });
    expect(await codes(alive)).toBe(1);
    expect(await locks(alive[0]!)).toBe(0);
    await Promise.all(alive.map((page) => page.close()));
  }
  console.log(`${String(rounds)} rounds; the survivors could act within ${String(longest.wait)} ms`);
});

test("a crashed renderer doesn't stop the others", { tag: ["@F18"] }, async () => {
  const pages = await openTabs(2);
  await failTogether(pages);
  await press(pages[0]!);
  await expect(takeOver(pages[1]!)).toBeVisible();
  const cdp = await context.newCDPSession(pages[0]!);
  cdp.send("Page.crash").catch(() => undefined);
  await expect(start(pages[1]!).or(takeOver(pages[1]!))).toBeVisible();
  const popup = await press(pages[1]!, start(pages[1]!).or(takeOver(pages[1]!)));
  await popup.getByRole("button", { name: "Sign in" }).click();
  await expect(prompt(pages[1]!)).toHaveCount(0);
});

test("after a takeover the first tab waits, and only the second one's code is exchanged", async () => {
  const pages = await openTabs(2);
  const [first, second] = pages as [Page, Page];
  await failTogether(pages);
  const old = await press(first);
  const popup = await press(second, takeOver(second));
  await expect(takeOver(first)).toBeVisible();
  // its window has lost the way back on purpose, so only the person can close it
  await expect(prompt(first)).toContainText(en.words.labels.closeWindow);
  await old.getByRole("button", { name: "Sign in" }).click();
  await expect(old.getByText("Go back to the window where you started to continue.")).toBeVisible();
  expect(await codes(pages)).toBe(0);
  await popup.getByRole("button", { name: "Sign in" }).click();
  for (const page of pages) await expect(prompt(page)).toHaveCount(0);
  expect(await codes(pages)).toBe(1);
  // the old one still says what to do, and can be closed
  await Promise.all([old.waitForEvent("close"), old.getByRole("button", { name: "Close this page" }).click()]);
});

test("an opener that is reloaded asks anew, and nothing is exchanged twice", { tag: ["@F19"] }, async () => {
  const { page, signIn, rig } = await openApp(place(), context);
  const popup = await signIn();
  await page.reload();
  await popup.getByRole("button", { name: "Sign in" }).click();
  // no page waits for it any more: the old window tells where to continue, and can be closed
  await expect(popup.getByRole("status")).toHaveText("Go back to the window where you started to continue.");
  expect((await rig()).codes).toHaveLength(0);
  await Promise.all([popup.waitForEvent("close"), popup.getByRole("button", { name: "Close this page" }).click()]);
  await page.getByRole("button", { name: "Load" }).click();
  const second = await signIn();
  await second.getByRole("button", { name: "Sign in" }).click();
  await expect(prompt(page)).toHaveCount(0);
  expect((await rig()).codes).toHaveLength(1);
});

for (const isOpen of [true, false])
  test(`a page that is left ${isOpen ? "with a window open" : "while it asks"} comes back, and a code is exchanged once`, async () => {
    const { page, signIn, rig } = await openApp(place(), context);
    if (isOpen) await signIn();
    await page.goto(`${place().appOrigin}/callback.html`);
    await page.goBack({ waitUntil: "commit" });
    // a page that holds a window is loaded anew, any other one is kept as it was
    const isKept = (await rig()).events.length > 0;
    expect(isKept).toBe(!isOpen);
    if (!isKept) await page.getByRole("button", { name: "Load" }).click();
    await (await signIn()).getByRole("button", { name: "Sign in" }).click();
    await expect(prompt(page)).toHaveCount(0);
    expect((await rig()).codes).toHaveLength(1);
    expect(await locks(page)).toBe(0);
  });
