import { expect, test, type Page } from "@playwright/test";
import en from "../../src/locales/en.js";
import type {} from "./firstWords/Seen.js";
import { answerWith, buildPages, serve, type Served } from "./servePages.js";

test.describe.configure({ mode: "default" });

let served: Served;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  served = await serve(answerWith(await buildPages("firstWords", ["index.html"], "production")));
});

test.afterAll(() => served.close());

const later = /\/assets\/look-[^/]*\.js/;
const signIn = (page: Page): ReturnType<Page["getByRole"]> =>
  page.getByRole("button", { name: en.words.actions.reauthorize }).first();

/** Opens the page. `fetched` says when its later code comes. */
async function opened(page: Page, fetched: () => Promise<boolean>): Promise<void> {
  await page.route(later, async (route) => {
    await ((await fetched()) ? route.continue() : route.fulfill({ status: 404 }));
  });
  await page.goto(`http://localhost:${String(served.port)}/`);
  await page.waitForFunction(() => "words" in window);
}

const after =
  (ms: number): (() => Promise<boolean>) =>
  () =>
    new Promise((resolve) => setTimeout(() => resolve(true), ms));

const boxes = (page: Page): Promise<readonly string[]> =>
  page.locator("[data-part=notice], #below, [data-part=notice] [data-part]").evaluateAll((all) =>
    all.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return [each.getAttribute("data-part"), each.getAttribute("class"), x, y, width, height].join(" ");
    }),
  );

const shiftOf = (page: Page): Promise<number> => page.evaluate(() => window.words.shift);

for (const ms of [0, 200, 1500, 7000])
  test(`with the code after ${String(ms)} ms a notice keeps its place, its element and its focus, is announced once, and its button works`, async ({
    page,
  }) => {
    let isHere = false;
    await opened(page, async () => {
      await after(ms)();
      return (isHere = true);
    });
    await page.evaluate(() => window.words.fail([{ ret: -73, msg: "x" }]));
    const notice = page.locator("[data-part=notice]");
    await expect(notice).toContainText(String(en.words.titles[-73]));
    await expect(notice).toContainText("Code -73");
    const [first, shift] = [await boxes(page), await shiftOf(page)];
    await signIn(page).evaluate((each) => each.focus());
    // the element that is there must stay
    await notice.evaluate((each) => each.setAttribute("data-mark", "first"));
    if (ms >= 1500) {
      expect(isHere).toBe(false);
      await signIn(page).click();
      expect(await page.evaluate(() => window.words.starts)).toBe(1);
      await expect(page.getByRole("dialog")).toBeVisible();
      const places = (all: readonly string[]): readonly string[] =>
        all.filter((box) => /^(notice|title|action|$)/.test(box));
      expect(places(await boxes(page))).toEqual(expect.arrayContaining([...places(first)]));
    } else {
      await expect.poll(() => isHere).toBe(true);
      await page.waitForTimeout(300);
      expect(await boxes(page)).toEqual(first);
      await expect(signIn(page)).toBeFocused();
      expect((await shiftOf(page)) - shift).toBe(0);
      await signIn(page).click();
      expect(await page.evaluate(() => window.words.starts)).toBe(1);
    }
    await expect(page.locator("[data-mark=first]")).toHaveCount(1);
    const said = await page.evaluate(() => window.words.said);
    expect(said.filter((text) => text.includes(String(en.words.titles[-73])))).toHaveLength(1);
  });

for (const audience of ["user", "developer"] as const)
  test(`all codes for a ${audience}: nothing moves when the rest of the kit comes`, async ({ page }) => {
    let come: (isHere: boolean) => void = () => undefined;
    const code = new Promise<boolean>((resolve) => (come = resolve));
    await opened(page, () => code);
    await page.evaluate((reader) => window.words.fail(window.words.codes, reader), audience);
    await expect(page.locator("[data-part=notice]")).toHaveCount(45);
    const button = page.locator("[data-part=notice] button").first();
    await button.evaluate((each) => each.focus());
    const [first, shift] = [await boxes(page), await shiftOf(page)];
    const arrived = page.waitForResponse(later);
    come(true);
    await (await arrived).finished();
    await page.waitForTimeout(300);
    expect(await boxes(page)).toEqual(first);
    await expect(button).toBeFocused();
    expect((await shiftOf(page)) - shift).toBe(0);
  });

test("code that is gone: the words stay, say to reload, and the next failure tries again", async ({ page }) => {
  let isHere = false;
  await opened(page, async () => isHere);
  await page.evaluate(() => window.words.fail([{ ret: -6 }]));
  const notice = page.locator("[data-part=notice]");
  await expect(notice).toContainText(en.words.labels.reloadPage);
  await expect(notice).toContainText("Code -6");
  await notice.getByRole("button", { name: en.words.actions.retry }).click();
  const { retries, errors } = await page.evaluate(() => window.words);
  expect({ retries, errors }).toEqual({ retries: 1, errors: ["chunk"] });
  isHere = true;
  await page.evaluate(() => window.words.fail([{ ret: -73 }]));
  await expect(notice).not.toContainText(en.words.labels.reloadPage);
  await expect(notice).toContainText("Code -73");
});

test("code that never comes: after 15 seconds the words say to reload", async ({ page }) => {
  await page.clock.install();
  await opened(page, () => new Promise(() => undefined));
  await page.evaluate(() => window.words.fail([{ ret: -73 }]));
  const notice = page.locator("[data-part=notice]");
  await expect(notice).toContainText("Code -73");
  await page.clock.runFor(14_000);
  await expect(notice).not.toContainText(en.words.labels.reloadPage);
  await page.clock.runFor(2_000);
  await expect(notice).toContainText(en.words.labels.reloadPage);
  await signIn(page).click();
  expect(await page.evaluate(() => window.words.starts)).toBe(1);
});

test("without a network: right words, whose button works, and the rest when it is back", async ({ page, context }) => {
  await opened(page, after(0));
  await context.setOffline(true);
  await page.evaluate(() => window.words.fail([{ ret: -73 }]));
  const notice = page.locator("[data-part=notice]");
  await expect(notice).toContainText("Code -73");
  await expect.poll(() => page.evaluate(() => window.words.errors)).toContain("chunk");
  await expect(notice).not.toContainText(en.words.labels.reloadPage);
  await signIn(page).click();
  expect(await page.evaluate(() => window.words.starts)).toBe(1);
  const code = page.waitForResponse(later);
  await context.setOffline(false);
  await (await code).finished();
  await signIn(page).click();
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("an engine that is gone: the click is told, the prompt asks again, and the next click signs in", async ({
  page,
}) => {
  let isHere = false;
  await opened(page, after(0));
  await page.route(/\/assets\/createEngine-[^/]*\.js/, async (route) => {
    await (isHere ? route.continue() : route.fulfill({ status: 404 }));
  });
  await page.evaluate(() => window.words.fail([{ ret: -73 }]));
  await signIn(page).click();
  await expect.poll(() => page.evaluate(() => window.words.errors)).toContain("chunk");
  expect(await page.evaluate(() => window.words.starts)).toBe(1);
  // whose act it was is the engine's to know, so it asks quietly
  const prompt = page.getByRole("region", { name: String(en.words.titles[-73]) });
  await expect(prompt).toBeVisible();
  isHere = true;
  await prompt.getByRole("button", { name: en.words.actions.reauthorize }).click();
  await expect(page.getByRole("heading", { name: en.words.prompt.opening.title })).toBeVisible();
  expect(await page.evaluate(() => window.words.starts)).toBe(2);
});

for (const saves of [false, true])
  test(`a page that ${saves ? "saves data fetches nothing" : "has loaded fetches the rest, and not before"}`, async ({
    page,
  }) => {
    const fetched: string[] = [];
    page.on("request", (request) => {
      if (later.test(request.url())) fetched.push(request.url());
    });
    let end: () => void = () => undefined;
    const isLoaded = new Promise<void>((resolve) => (end = resolve));
    await page.route(/\/slow\.png/, async (route) => {
      await isLoaded;
      await route.fulfill({ status: 404 });
    });
    await page.addInitScript((saveData) => {
      Object.defineProperty(navigator, "connection", { value: { saveData } });
      document.addEventListener("DOMContentLoaded", () => {
        document.body.append(Object.assign(new Image(), { src: "/slow.png" }));
      });
    }, saves);
    await page.goto(`http://localhost:${String(served.port)}/?idle`, { waitUntil: "domcontentloaded" });
    await page.waitForFunction(() => "words" in window);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => document.readyState)).toBe("interactive");
    expect(fetched).toEqual([]);
    end();
    await page.waitForLoadState("load");
    if (saves) await page.waitForTimeout(1000);
    else await expect.poll(() => fetched.length).toBe(1);
    expect(fetched).toHaveLength(saves ? 0 : 1);
  });
