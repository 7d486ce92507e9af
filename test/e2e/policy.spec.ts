import { expect, test, type Page } from "@playwright/test";
import type { FailureReason } from "../../src/core.js";
import type {} from "./policy/Played.js";
import { answerWith, buildPages, serve, type Served } from "./servePages.js";
import { gatherComplaints, strictly } from "./strictPolicy.js";
import en from "../../src/locales/en.js";

test.describe.configure({ mode: "default" });

let served: Served;

test.beforeAll(async () => {
  served = await serve(strictly(answerWith(await buildPages("policy", ["index.html"], "production"))));
});

test.afterAll(() => served.close());

/** Opens the page and collects its violations, errors and warnings. */
async function opened(page: Page): Promise<readonly string[]> {
  const complaints = await gatherComplaints(page);
  await page.goto(`http://localhost:${String(served.port)}/`);
  return complaints;
}

test("the policy is in force: a planted inline style and a planted sink are refused", async ({ page }) => {
  const complaints = await opened(page);
  await page.evaluate(() => {
    const sheet = document.head.appendChild(document.createElement("style"));
    sheet.textContent = "body{color:red}";
    try {
      document.body.setAttribute("onclick", "1");
    } catch {
      // refused at once
    }
  });
  await expect.poll(() => complaints.join("\n")).toContain("style-src");
});

test("every notice, for both audiences, in three variants, keeps the policy", async ({ page }) => {
  const complaints = await opened(page);
  await expect(page.locator("[data-part=notice]")).toHaveCount(45 * 6);
  await page.locator("summary").evaluateAll((all) => all.forEach((each) => (each as HTMLElement).click()));
  await expect(page.locator("details[open] dl").first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test("the prompt keeps it in every state, for every reason", async ({ page }) => {
  test.setTimeout(240_000);
  const complaints = await opened(page);
  const reasons: FailureReason[] = [
    "popupBlocked",
    "popupClosed",
    "timeout",
    "denied",
    "stateMismatch",
    "callbackError",
    "exchangeFailed",
    "embedded",
    "unsupported",
  ];
  for (const reason of reasons) {
    // a page of its own for each: three starts in five minutes are the limit
    await page.reload();
    await expect(page.locator("[data-part=notice]").first()).toBeVisible();
    await page.evaluate(() => window.played.ask());
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.evaluate(() => window.played.begin());
    await page.evaluate(() => window.played.tell("waiting", false));
    await expect(page.getByRole("button", { name: "Cancel" })).toBeVisible();
    await page.evaluate(() => window.played.tell("waiting", true));
    await page.evaluate(() => window.played.tell("verifying", false));
    await page.evaluate((why) => window.played.end({ status: "failed", reason: why }), reason);
    await expect(page.locator("dialog")).toHaveAttribute("data-state", "failed");
    await page.evaluate(() => window.played.leave());
    await expect(page.locator("dialog")).toHaveCount(0);
  }
  expect(complaints).toEqual([]);
});

test("a report keeps it while it is read, copied, saved and sent", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const complaints = await opened(page);
  await page.getByRole("button", { name: "Ticket", exact: true }).click();
  const dialog = page.getByRole("dialog");
  // what is sent along is folded
  await dialog.locator("summary").click();
  await dialog.getByLabel(en.words.ticket.text).fill("What I did");
  await dialog.getByRole("button", { name: en.words.actions.copyReport }).click();
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  await saved;
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog.getByText(en.words.ticket.sentAs.replace("{id}", "T-1"))).toBeVisible();
  expect(complaints).toEqual([]);
});
