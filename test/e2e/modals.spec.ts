import { expect, test, type CDPSession, type Locator, type Page } from "@playwright/test";
import { situations } from "./modals/situations.js";
import { answerWith, buildPages, serve, type Served } from "./servePages.js";
import en from "../../src/locales/en.js";

test.use({ trace: "off" });
// one worker for all of them: the pages are built once
test.describe.configure({ mode: "default" });

let served: Served;

test.beforeAll(async () => {
  served = await serve(answerWith(await buildPages("modals", ["index.html"], "development")));
});

test.afterAll(() => served.close());

for (const [index, { name }] of situations.entries())
  for (const strict of ["", "&strict"])
    test(`the prompt can be used over ${name}${strict && " in StrictMode"}`, async ({ page, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const at = await ask(page, `http://localhost:${String(served.port)}/?situation=${String(index)}${strict}`);
      await test.step("it is visible, focused and in the accessibility tree", () => isThere(at));
      await test.step("the Tab key stays in it", () => holdsTab(at));
      await test.step("clicks work in it and close nothing", () => takesClicks(at));
      await test.step("text can be copied, pasted and composed in it", () => takesText(at));
      await test.step("it scrolls where the screen is small", () => scrolls(at));
      await test.step("Escape closes it alone, and the focus goes back", () => closesAlone(at));
      expect(at.errors).toEqual([]);
    });

interface Place {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly prompt: Locator;
  /** The other library's modal. */
  readonly host: Locator;
  /** What the page threw. React's and the libraries' own warnings are ignored. */
  readonly errors: readonly string[];
}

/** Opens the other modal, and then the prompt by a call that fails in it. */
async function ask(page: Page, address: string): Promise<Place> {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(address);
  await page.getByRole("button", { name: "Open" }).click();
  const host = page.locator(":is([role=dialog], [role=alertdialog], .t-dialog, .t-drawer)", {
    has: page.getByRole("button", { name: "Save", includeHidden: true }),
  });
  const cdp = await page.context().newCDPSession(page);
  await expect.poll(() => isHeard(cdp, "[data-part=live]"), "the page's live region under their modal").toBe(true);
  await host.getByLabel("Name").fill("Zoe");
  await host.getByRole("button", { name: "Save" }).click();
  const prompt = page.getByRole("dialog", { name: en.words.prompt.required.title });
  await expect(prompt).toBeVisible();
  return {
    page,
    cdp,
    prompt: page.locator("dialog"),
    host: host.last(),
    errors,
  };
}

async function isThere({ page, cdp, prompt }: Place): Promise<void> {
  await expect(prompt.getByRole("heading")).toBeFocused();
  for (const name of ["Sign in again with QQ", "Cancel"]) {
    const button = prompt.getByRole("button", { name });
    const isOnTop = await button.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) === element;
    });
    expect(isOnTop, `${name} is on top`).toBe(true);
  }
  // the browser's own tree, not what the page's markup suggests
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  const named = nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => `${String(role?.value)}: ${String(name?.value)}`);
  expect(named).toEqual(
    expect.arrayContaining([
      `dialog: ${en.words.prompt.required.title}`,
      "button: Sign in again with QQ",
      "button: Cancel",
    ]),
  );
  expect(named.filter((text) => /: (?:Save|Open|Name)$/.test(text))).toEqual([]);
  // one announcer at a time: the dialog's own instead of the page's
  for (const part of ["description", "status"]) expect(await isHeard(cdp, `[data-part=${part}]`), part).toBe(true);
  expect(await isHeard(cdp, "[data-part=live]"), "the page's live region under ours").toBe(false);
  await page.waitForTimeout(100);
  await expect(prompt.getByRole("heading")).toBeFocused();
}

/** Whether the browser gives an element to assistive technology. */
async function isHeard(cdp: CDPSession, selector: string): Promise<boolean> {
  const { result } = await cdp.send("Runtime.evaluate", { expression: `document.querySelector("${selector}")` });
  const { nodes } = await cdp.send("Accessibility.getPartialAXTree", {
    objectId: result.objectId ?? "",
    fetchRelatives: false,
  });
  return nodes[0]?.ignored === false;
}

async function holdsTab({ page, prompt }: Place): Promise<void> {
  const where = (): Promise<string> =>
    prompt.evaluate((dialog) => {
      const active = document.activeElement;
      return dialog.contains(active) ? (active?.textContent ?? "") : `outside: ${String(active?.tagName)}`;
    });
  for (const key of ["Tab", "Shift+Tab"]) {
    const visited = new Set<string>();
    for (let times = 0; times < 6; times += 1) {
      await page.keyboard.press(key);
      visited.add(await where());
    }
    // past the last button the browser's own controls come, of which the page sees nothing
    visited.delete("outside: BODY");
    expect([...visited].sort(), key).toEqual(expect.arrayContaining(["Cancel", "Sign in again with QQ"]));
    expect([...visited].filter((text) => text.startsWith("outside"))).toEqual([]);
  }
}

async function takesClicks({ page, prompt, host }: Place): Promise<void> {
  await prompt.getByText(en.words.prompt.required.description).click();
  await prompt.getByRole("heading").click();
  await page.mouse.click(4, 4);
  expect((await page.evaluate(() => window.seen)).closes).toBe(0);
  await prompt.getByRole("button", { name: "Sign in again with QQ" }).click();
  await expect(prompt.getByRole("heading", { name: "Sign in on the QQ page" })).toBeVisible();
  await expect(host.getByLabel("Name")).toHaveValue("Zoe");
  expect(await page.evaluate(() => window.seen)).toEqual({ starts: 1, closes: 0, pasted: [] });
  expect(await prompt.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
}

async function takesText({ page, cdp, prompt, host }: Place): Promise<void> {
  await prompt.getByText(en.words.prompt.waiting.description).click({ clickCount: 3 });
  await page.keyboard.press("Control+C");
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  expect((await copied()).trim()).toBe(en.words.prompt.waiting.description);

  await prompt.getByText(en.words.labels.stuck).click();
  const field = prompt.getByLabel(en.words.labels.paste);
  await field.click();
  await page.keyboard.type("1000");
  for (const key of ["Control+A", "Control+C", "ArrowRight", "Control+V"]) await page.keyboard.press(key);
  await expect(field).toHaveValue("10001000");

  // as a Chinese input method does: text under composition, and an Escape that gives it up
  await field.fill("");
  await cdp.send("Input.imeSetComposition", { text: "cuowu", selectionStart: 5, selectionEnd: 5 });
  await expect(field).toHaveValue("cuowu");
  await page.keyboard.press("Escape");
  await expect(prompt.getByRole("heading", { name: "Sign in on the QQ page" })).toBeVisible();
  await cdp.send("Input.imeSetComposition", { text: "错误", selectionStart: 2, selectionEnd: 2 });
  await cdp.send("Input.insertText", { text: "错误" });
  await page.keyboard.type(" 100010");
  await page.keyboard.press("Enter");
  await expect(host.getByLabel("Name")).toHaveValue("Zoe");
  expect(await page.evaluate(() => window.seen)).toMatchObject({ closes: 0, pasted: ["错误 100010"] });
}

async function scrolls({ page, prompt }: Place): Promise<void> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 200 });
  await prompt.hover({ position: { x: 20, y: 20 } });
  await prompt.evaluate((dialog) => dialog.scrollTo(0, 0));
  await page.mouse.wheel(0, 60);
  await expect.poll(() => prompt.evaluate((dialog) => dialog.scrollTop)).toBeGreaterThan(0);
  await page.setViewportSize(before);
}

async function closesAlone({ page, prompt, host }: Place): Promise<void> {
  await prompt.getByLabel(en.words.labels.paste).focus();
  await page.keyboard.press("Escape");
  await expect(prompt).toHaveCount(0);
  const save = host.getByRole("button", { name: "Save" });
  await expect(save).toBeFocused();
  await page.waitForTimeout(100);
  await expect(save).toBeFocused();
  expect((await page.evaluate(() => window.seen)).closes).toBe(0);
  // the other modal is still open: the next Escape closes it
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => window.seen.closes)).toBe(1);
}
