import { expect, test, type Page } from "@playwright/test";
import en from "../../src/locales/en.js";
import { answerWith, buildPages, serve, type Served } from "./servePages.js";
import { gatherComplaints, strictly } from "./strictPolicy.js";

test.describe.configure({ mode: "default" });

// A provider that the kit has never heard of: its pack and its flow are the recipes'.
let app: Served;
let campus: Served;
let isIn = false;
let asked = 0;
let exchanged: string[] = [];
const json = { "content-type": "application/json" };

test.beforeAll(async () => {
  campus = await serve((_request, { pathname, searchParams }) => {
    if (pathname !== "/ask") return null;
    const link = (name: string, answer: Readonly<Record<string, string>>): string => {
      const back = new URL(searchParams.get("redirect_uri") ?? "");
      back.search = new URLSearchParams({ ...answer, state: searchParams.get("state") ?? "" }).toString();
      return `<a href="${back.href.replaceAll("&", "&amp;")}">${name}</a>`;
    };
    const links = [link("Agree", { code: "c1" }), link("Refuse", { error: "access_denied" }), link("Back", {})];
    return { body: links.join(" "), headers: { "content-type": "text/html" } };
  });
  const pages = answerWith(await buildPages("campus", ["index.html", "campus-callback.html"], "production"));
  app = await serve(
    strictly((request, url) => {
      const isSession = url.pathname.startsWith("/session/");
      if (!isSession && !url.pathname.startsWith("/api/")) return pages(request, url);
      if (isSession) exchanged.push(url.pathname);
      else asked += 1;
      isIn ||= isSession;
      const failed = { errno: "CARD_SESSION_OVER", errtext: "words of the server" };
      return {
        body: JSON.stringify(isSession ? { accountId: "ann" } : isIn ? { loans: ["Ulysses"] } : failed),
        headers: json,
      };
    }),
  );
});

test.afterAll(() => Promise.all([app.close(), campus.close()]));

/** Opens the app, and the provider's window from its prompt. */
async function opened(page: Page): Promise<Page> {
  isIn = false;
  asked = 0;
  exchanged = [];
  // another site than the app's
  await page.goto(`http://localhost:${String(app.port)}/?campus=http://127.0.0.1:${String(campus.port)}/ask`);
  await expect(page.getByRole("dialog")).toContainText("Your Campus sign-in has ended");
  const popup = page.waitForEvent("popup");
  await page.locator("[data-part=prompt] [data-part=start]").click();
  return popup;
}

test("a flow that was written from the recipes heals its call, under the strict policy", async ({ page }) => {
  const complaints = await gatherComplaints(page);
  const popup = await opened(page);
  await expect(page.getByRole("dialog")).toContainText("Sign in on the Campus page");
  await expect(page.locator("[data-part=notice]")).not.toContainText("QQ");
  await popup.getByRole("link", { name: "Agree" }).click();
  await expect(page.locator("main")).toHaveText("Ulysses");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect.poll(() => popup.isClosed()).toBe(true);
  expect([asked, exchanged]).toEqual([2, ["/session/campus"]]);
  expect(complaints).toEqual([]);
});

for (const way of ["Refuse", "Back"])
  test(`its refusal ends the waiting: ${way}`, async ({ page }) => {
    const popup = await opened(page);
    await popup.getByRole("link", { name: way }).click();
    await expect(page.getByRole("dialog")).toContainText("declined on the Campus page");
    await expect(page.getByRole("dialog")).toContainText(en.words.labels.tryAgain);
    await expect.poll(() => popup.isClosed()).toBe(true);
    expect([asked, exchanged]).toEqual([1, []]);
  });

test("its closed window is told, and nothing is over", async ({ page }) => {
  const popup = await opened(page);
  await popup.close();
  await expect(page.getByRole("dialog")).toContainText("The Campus page seems closed");
  await expect(page.locator("body")).not.toContainText("QQ");
});
