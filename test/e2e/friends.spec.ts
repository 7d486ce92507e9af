import { expect, test } from "@playwright/test";
import { openFriends } from "./friendsPage.js";
import en from "../../src/locales/en.js";

test("two queries and a mutation fail together, one sign-in heals all, the change runs once", async ({
  page,
  request,
}) => {
  const app = await openFriends(page, request);
  await app.failAll();
  await expect(page.getByRole("dialog")).toHaveCount(1);
  const before = await app.log();
  const popup = await app.openSignIn();
  expect(new URL(popup.url()).origin).not.toBe(new URL(page.url()).origin);
  const closed = popup.waitForEvent("close");
  await popup.getByRole("button", { name: "Sign in", exact: true }).click();
  await closed;
  await expect(page.getByText("Saved")).toBeVisible();
  await expect(page.getByText("Zoe")).toBeVisible();
  await expect(app.prompt).toHaveCount(0);
  await expect(page.locator("[data-part=notice]")).toHaveCount(0);

  const after = await app.log();
  const since = after.calls.slice(before.calls.length).map(({ method, path }) => `${method} ${path}`);
  const count = (call: string): number => since.filter((other) => other === call).length;
  expect(after.executions).toBe(1);
  expect(count("POST /app/session/qq")).toBe(1);
  expect(count("POST /app/api/friends")).toBe(1);
  expect(count("GET /app/api/profile")).toBe(1);
  // once because it had failed, once because the change made it old
  expect(count("GET /app/api/friends")).toBeLessThanOrEqual(2);
  expect(app.strays).toEqual([]);
});

test("a dismissed prompt releases all held calls and can be opened again", async ({ page, request }) => {
  const app = await openFriends(page, request);
  await app.failAll();
  await app.prompt.getByRole("button", { name: "Cancel" }).click();
  await expect(app.prompt).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Add" })).toBeEnabled();
  await expect(page.getByLabel("New friend")).toHaveValue("Zoe");
  expect((await app.log()).executions).toBe(0);
  const notice = page.locator("[data-part=notice]");
  await expect(notice).toHaveCount(1);
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    notice.getByRole("button", { name: /Sign in again/ }).click(),
  ]);
  await popup.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(notice).toHaveCount(0);
});

test(
  "a closed sign-in window is noticed within a second or so and can be tried again",
  { tag: ["@F05"] },
  async ({ page, request }) => {
    const app = await openFriends(page, request);
    await app.failAll();
    const popup = await app.openSignIn();
    await popup.getByRole("button", { name: "Cancel" }).click();
    await expect(app.prompt.getByRole("heading", { name: /seems closed/ })).toBeVisible({ timeout: 1500 });
    const second = await app.openSignIn(/Try again/);
    await second.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByText("Saved")).toBeVisible();
    expect((await app.log()).executions).toBe(1);
  },
);

test("a blocked window is reported and can be tried again", async ({ page, request }) => {
  const app = await openFriends(page, request);
  await app.failAll();
  await page.evaluate(() => {
    const open = window.open.bind(window);
    window.open = () => {
      window.open = open;
      return null;
    };
  });
  await app.prompt.getByRole("button", { name: /Sign in again/ }).click();
  await expect(app.prompt.getByText(/blocked/)).toBeVisible();
  const popup = await app.openSignIn(/Try again/);
  await popup.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Saved")).toBeVisible();
});

test("another account gets its own page and none of the other one's changes", async ({ page, request }) => {
  const app = await openFriends(page, request);
  await app.failAll();
  const popup = await app.openSignIn();
  await popup.getByRole("button", { name: "Use another account" }).click();
  await expect(app.prompt.getByText("You were signed in as 小明, and now as 韩梅梅.")).toBeVisible();
  await app.prompt.getByRole("button", { name: "Continue as 韩梅梅" }).click();
  await expect(page.getByRole("heading", { name: "Friends of 韩梅梅" })).toBeVisible();
  await expect(page.getByText("李雷")).toHaveCount(0);
  expect((await app.log()).executions).toBe(0);
});

test("a person can go back from the wrong account to the right one", async ({ page, request }) => {
  const app = await openFriends(page, request);
  await app.failAll();
  const wrong = await app.openSignIn();
  await wrong.getByRole("button", { name: "Use another account" }).click();
  const right = await app.openSignIn(/Switch back to 小明/);
  await right.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(app.prompt).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Friends of 小明" })).toBeVisible();
});

test("a failed exchange is reported, and the next try works", async ({ page, request }) => {
  const app = await openFriends(page, request);
  await app.failAll();
  await app.command("orders", { path: "/app/session/qq", code: 100019 });
  const popup = await app.openSignIn();
  await popup.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(app.prompt.getByText(/couldn't finish/)).toBeVisible();
  const second = await app.openSignIn(/Try again/);
  await second.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  expect((await app.log()).executions).toBe(1);
});

test("a refusal on the QQ page is reported and can be tried again", async ({ page, request }) => {
  const app = await openFriends(page, request);
  await app.failAll();
  const popup = await app.openSignIn();
  await popup.getByRole("button", { name: "Deny" }).click();
  await expect(app.prompt.getByText(en.words.reasons.denied)).toBeVisible();
  await expect(app.prompt.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("a person on QQ's error page can enter its number", { tag: ["@WCAG-3.3.8"] }, async ({ page, request }) => {
  const app = await openFriends(page, request);
  await app.failAll();
  const popup = await app.openSignIn();
  await popup.getByRole("button", { name: "Show an error" }).click();
  await expect(popup.getByText("redirect uri is illegal(100010)")).toBeVisible();
  await app.prompt.getByText(en.words.labels.stuck).click();
  await app.prompt.getByLabel(en.words.labels.paste).fill(popup.url());
  await app.prompt.getByRole("button", { name: "Check" }).click();
  await expect(app.prompt.getByText("Code 100010")).toBeVisible();
});

test("by redirect the page is left and comes back with what was typed, in the session that was opened", async ({
  page,
  request,
}) => {
  const app = await openFriends(page, request, "friends-by-redirect");
  const { href } = new URL(page.url());
  await app.command("revoke");
  await page.getByLabel("New friend").fill("Zoe");
  await page.getByRole("button", { name: "Reload" }).click();
  await app.prompt.getByRole("button", { name: /Sign in again/ }).click();
  await page.getByRole("heading", { name: "QQ (sandbox)" }).waitFor();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByLabel("New friend")).toHaveValue("Zoe");
  await expect(page.getByText("李雷")).toBeVisible();
  expect(page.url()).toBe(href);
  const since = (await app.log()).calls.map(({ path }) => path);
  expect(since.filter((path) => path === "/app/session/qq")).toHaveLength(1);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  expect((await app.log()).executions).toBe(1);
});

test("a code that is chosen among the controls is what the next call fails with", async ({ page, request }) => {
  await openFriends(page, request);
  const ordered = page.waitForResponse((response) => response.url().endsWith("/sandbox/orders"));
  await page.evaluate(() => {
    const channel: unknown = Reflect.get(globalThis, "__STORYBOOK_ADDONS_CHANNEL__");
    const update = { storyId: "recipes-friends--friends", updatedArgs: { simulateCode: "-6" } };
    (channel as { emit(type: string, update: object): void }).emit("updateStoryArgs", update);
  });
  await ordered;
  const failed = page.waitForResponse(async (response) => (await response.text().catch(() => "")).includes("-6"));
  await page.getByRole("button", { name: "Reload" }).click();
  await failed;
});
