import { expect, test, type Locator, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { answerWith, buildPages, serve, type Served } from "./servePages.js";
import type {} from "./tickets/Heard.js";
import en from "../../src/locales/en.js";

// A person with a keyboard and a screen reader: nothing here moves a pointer. The app's page lies inside of a modal of its own.
test.describe.configure({ mode: "default" });

let served: Served;

test.beforeAll(async () => {
  served = await serve(answerWith(await buildPages("tickets", ["index.html"], "development")));
});

test.afterAll(() => served.close());

const asked = (page: Page): Locator => page.getByRole("textbox", { name: en.words.ticket.happened });
const report = (page: Page): Locator => page.getByRole("textbox", { name: en.words.ticket.text });

/** Starts the screen reader, or returns what it said, without repeats: a live region that is filled again is read node by node. */
const heard = async (page: Page): Promise<readonly string[]> => [...new Set(await page.evaluate(() => window.heard()))];
const received = (page: Page): Promise<readonly string[]> => page.evaluate(() => [...window.received]);
const says = (page: Page, text: string): Promise<void> =>
  expect(page.getByRole("dialog").last().getByRole("status")).toHaveText(text);

/** Opens the page with a desk of this kind, and the ticket by the notice's button. */
async function opened(page: Page, desk: string): Promise<void> {
  await page.goto(`http://localhost:${String(served.port)}/#${desk}`);
  await page.waitForFunction(() => "heard" in window);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Contact support" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Contact support" })).toBeFocused();
}

/** Tabs to the control of this name: one stop a control, in visual order. */
async function tabTo(page: Page, name: string): Promise<void> {
  const control = page.getByRole("dialog").last().getByRole("button", { name, exact: true });
  for (let stops = 0; stops < 6; stops += 1) {
    await page.keyboard.press("Tab");
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard never comes to "${name}".`);
}

async function addLine(page: Page, line: string): Promise<string> {
  await page.keyboard.press("Tab");
  await expect(asked(page)).toBeFocused();
  await page.keyboard.type(line);
  return `${line}\n\n${await page.locator("[data-part=text]").last().inputValue()}`;
}

test(
  "a report is read, changed and sent, and all of it is heard",
  { tag: ["@WCAG-2.1.1", "@WCAG-3.3.4"] },
  async ({ page }) => {
    await opened(page, "open");
    await heard(page);
    const text = await addLine(page, "It fails each morning");
    await tabTo(page, "Send");
    await page.keyboard.press("Enter");
    await says(page, en.words.ticket.sentAs.replace("{id}", "T-1"));
    await expect(page.getByRole("heading", { name: "Contact support" })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await heard(page)).toEqual([
      "dialog, Contact support, modal",
      `textbox, ${en.words.ticket.happened}`,
      en.words.ticket.sentAlong,
      "button, Close",
      `button, ${en.words.actions.copyReport}`,
      "button, Send",
      "polite: Sending…",
      "heading, Contact support, level 2",
      `polite: ${en.words.ticket.sentAs.replace("{id}", "T-1")}`,
      `button, ${en.words.ticket.copyNumber}`,
    ]);
    await expect(page.getByRole("button", { name: "Close" })).toBeFocused();
    expect(await received(page)).toEqual([text]);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Contact support" })).toBeFocused();
  },
);

test(
  "the ring of stops never leaves the dialog while the page around it is modal too",
  { tag: ["@WCAG-2.1.2"] },
  async ({ page }) => {
    await opened(page, "open");
    const stops: string[] = [];
    for (let presses = 0; presses < 14; presses += 1) {
      await page.keyboard.press(presses < 7 ? "Tab" : "Shift+Tab");
      stops.push(
        await page.evaluate(() => {
          const { activeElement } = document;
          const isInside = activeElement?.closest("[data-part=ticket]") ?? activeElement === document.body;
          return isInside ? "inside" : (activeElement?.textContent ?? "nothing");
        }),
      );
    }
    // the body is the browser's own stop between the end and the beginning
    expect(new Set(stops)).toEqual(new Set(["inside"]));
  },
);

test("the copy is what is shown, under the modal, also where the clipboard is refused", async ({ page, context }) => {
  // without the screen reader, which replaces the clipboard
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await opened(page, "open");
  const text = await addLine(page, "Once more");
  await tabTo(page, en.words.actions.copyReport);
  await page.keyboard.press("Enter");
  await says(page, "Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);

  await page.evaluate(() => navigator.clipboard.writeText("something else"));
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("Denied", "NotAllowedError"));
  });
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await expect(report(page)).toBeFocused();
  await says(page, "Copied");
});

test("where nothing copies, the text lies selected and the words say so", async ({ page }) => {
  await opened(page, "open");
  const text = await addLine(page, "Once more");
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("Denied", "NotAllowedError"));
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the kit's own last resort
    document.execCommand = () => false;
  });
  await tabTo(page, en.words.actions.copyReport);
  await page.keyboard.press("Enter");
  await says(page, "Couldn't copy. Please select the text and copy it.");
  await expect(report(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(text);
});

test("the file that is saved is what is shown", async ({ page }) => {
  await opened(page, "open");
  const text = await addLine(page, "Once more");
  await page.getByText(en.words.ticket.sentAlong).click();
  await tabTo(page, "Download");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe("api-not-granted-3.txt");
  expect(await readFile(await download.path(), "utf8")).toBe(text);
  await expect(page.getByRole("button", { name: "Download" })).toBeFocused();
});

for (const desk of ["down", "broken"]) {
  test(`a desk that is ${desk} costs nothing that was typed`, async ({ page }) => {
    await opened(page, desk);
    await heard(page);
    await addLine(page, "Once more");
    await tabTo(page, "Send");
    await page.keyboard.press("Enter");
    await says(page, en.words.ticket.failed);
    await expect(asked(page)).toHaveValue("Once more");
    expect(await heard(page)).toContain(`polite: ${en.words.ticket.failed}`);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Contact support" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(asked(page)).toHaveValue("Once more");
  });
}

test("a desk that never answers can be left, and is not asked twice", async ({ page }) => {
  await opened(page, "silent");
  await addLine(page, "Once more");
  await tabTo(page, "Send");
  await page.keyboard.press("Enter");
  await says(page, "Sending…");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Contact support" })).toBeFocused();
  await page.keyboard.press("Enter");
  await says(page, "Sending…");
  await expect(asked(page)).toHaveValue("Once more");
  await expect(asked(page)).toHaveJSProperty("readOnly", true);
  expect(await received(page)).toHaveLength(1);
});

test("offline the desk is not reached, and the same report goes out later", async ({ page, context }) => {
  await opened(page, "open");
  await heard(page);
  const text = await addLine(page, "Once more");
  await context.setOffline(true);
  await tabTo(page, "Send");
  await page.keyboard.press("Enter");
  await says(page, `${en.words.labels.offline} · ${en.words.ticket.failed}`);
  expect(await received(page)).toEqual([]);
  await context.setOffline(false);
  await page.keyboard.press("Enter");
  await says(page, en.words.ticket.sentAs.replace("{id}", "T-1"));
  expect(await received(page)).toEqual([text]);
  expect((await heard(page)).filter((phrase) => phrase.startsWith("polite"))).toEqual([
    `polite: ${en.words.labels.offline} · ${en.words.ticket.failed}`,
    "polite: Sending…",
    `polite: ${en.words.ticket.sentAs.replace("{id}", "T-1")}`,
  ]);
});
