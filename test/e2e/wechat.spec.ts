import { expect, test, type Page } from "@playwright/test";
import { wechatSandbox, type WechatSandbox } from "../../examples/wechat-pack/src/sandbox.js";
import en from "../../src/locales/en.js";
import { answerWith, buildPages, serve, type Served } from "./servePages.js";
import { gatherComplaints, strictly } from "./strictPolicy.js";

test.describe.configure({ mode: "default" });

let app: Served;
let weixin: Served;
let sandbox: WechatSandbox;
let isIn = false;
let exchanged: string[] = [];
const json = { "content-type": "application/json" };

test.beforeAll(async () => {
  weixin = await serve(async ({ url }) => {
    const answer = sandbox.fetch(new Request(`http://localhost${url ?? "/"}`));
    return answer ? { body: await answer.text(), headers: Object.fromEntries(answer.headers) } : null;
  });
  const framed = `frame-src ${weixinOrigin()} 'self'; frame-ancestors 'self'`;
  const pages = answerWith(await buildPages("wechat", ["index.html", "wechat-callback.html"], "production"));
  const answered = strictly((request, url) => {
    if (url.pathname.startsWith("/app/session/")) {
      exchanged.push(url.pathname);
      isIn = true;
      return { body: JSON.stringify({ accountId: "ann" }), headers: json };
    }
    const body = isIn ? { errcode: 0, name: "Ada" } : { errcode: 42001, errmsg: "access_token expired" };
    return url.pathname.startsWith("/api/") ? { body: JSON.stringify(body), headers: json } : pages(request, url);
  });
  app = await serve(async (request, url) => {
    const found = await answered(request, url);
    const policy = found?.headers["content-security-policy"]?.replace("frame-ancestors 'none'", framed);
    return found && policy ? { ...found, headers: { ...found.headers, "content-security-policy": policy } } : found;
  });
});

test.afterAll(() => Promise.all([app.close(), weixin.close()]));

// another site than the app's
const weixinOrigin = (): string => `http://127.0.0.1:${String(weixin.port)}`;

async function opened(page: Page, more = ""): Promise<void> {
  isIn = false;
  exchanged = [];
  sandbox = wechatSandbox();
  await page.goto(`http://localhost:${String(app.port)}/?weixin=${weixinOrigin()}${more}`);
  await page.getByRole("button", { name: "Load" }).click();
}

const start = (page: Page): ReturnType<Page["locator"]> => page.locator("[data-part=prompt] [data-part=start]");

test("a QR code inside the prompt signs in, by keyboard and under the strict policy, and only what was WeChat's is sent again", async ({
  page,
}) => {
  const complaints = await gatherComplaints(page);
  await opened(page);
  await expect(page.getByRole("dialog")).toContainText("WeChat");
  await expect(page.getByRole("dialog")).not.toContainText("QQ");
  await start(page).focus();
  await page.keyboard.press("Enter");
  const frame = page.frameLocator("iframe[title*=二维码]");
  await expect(frame.getByRole("link", { name: "同意" })).toBeVisible();
  // from the dialog into the code and to its first link
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press("Tab");
    const name = await frame
      .getByRole("link", { name: "同意" })
      .evaluate((link) => link === document.activeElement && document.hasFocus());
    if (name) break;
  }
  await expect(frame.getByRole("link", { name: "同意" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#root > p")).toContainText("succeeded  1 Ada");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(exchanged).toEqual(["/app/session/wechat"]);
  expect(sandbox.opened).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test("a refusal ends the waiting within a second", async ({ page }) => {
  await opened(page);
  await start(page).click();
  const refuse = page.frameLocator("iframe").getByRole("link", { name: "拒绝" });
  await refuse.waitFor();
  // by the page's own clock: what the runner takes to click and to look is none of its time
  const ended = page.locator("#root > p").evaluate(
    (state) =>
      new Promise<number>((resolve) => {
        new MutationObserver(() => {
          if (state.textContent.includes("failed denied")) resolve(Date.now());
        }).observe(state, { subtree: true, childList: true, characterData: true });
      }),
  );
  const begun = await refuse.evaluate((link: HTMLElement) => {
    setTimeout(() => link.click());
    return Date.now();
  });
  expect((await ended) - begun).toBeLessThan(1000);
  await expect(page.locator("iframe")).toHaveCount(0);
  await expect(page.getByRole("dialog")).toContainText(en.words.labels.tryAgain);
  expect(exchanged).toEqual([]);
});

test("the panel has a name, the prompt says what is under way, and the button that goes on stays in reach", async ({
  page,
}) => {
  await opened(page);
  await start(page).click();
  await expect(page.locator("iframe")).toBeVisible();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Sign in on the WeChat page":
      - heading "Sign in on the WeChat page" [level=2]
      - paragraph: This page then continues automatically.
      - status: 1 change waits to be sent
      - iframe
      - button "${en.words.labels.cancel}"
      - button "${en.words.labels.done}"
  `);
  await dialog.getByRole("button", { name: en.words.labels.cancel }).click();
  await expect(page.locator("iframe")).toHaveCount(0);
  await expect(page.locator("#root > p")).toContainText("cancelled");
});

test("WeChat's page in a window of its own", async ({ page }) => {
  await opened(page, "&way=window");
  const popup = page.waitForEvent("popup");
  await start(page).click();
  await (await popup).getByRole("link", { name: "同意" }).click();
  await expect(page.locator("#root > p")).toContainText("succeeded  1 Ada");
  expect(sandbox.opened[0]).toMatch(
    /\/connect\/qrconnect\?appid=wx0123456789abcdef&redirect_uri=http%3A%2F%2Flocalhost.*&response_type=code&scope=snsapi_login&state=\w{43}/,
  );
});

test("who cancels while that window is open closes it themselves: they are told, and nothing is tried in vain", async ({
  page,
}) => {
  const complaints: string[] = [];
  page.context().on("console", (message) => complaints.push(message.text()));
  await opened(page, "&way=window");
  const [popup] = await Promise.all([page.waitForEvent("popup"), start(page).click()]);
  await expect(popup.getByRole("link", { name: "同意" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: en.words.labels.cancel }).click();
  await expect(page.locator("[data-part=live]")).toContainText(en.words.labels.closeWindow.replaceAll("QQ", "WeChat"));
  expect(complaints.filter((text) => /close|navigation/.test(text))).toEqual([]);
  expect(popup.isClosed()).toBe(false);
});

test.describe("inside WeChat", () => {
  test.use({
    userAgent:
      "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126 Mobile Safari/537.36 MicroMessenger/8.0.49",
  });

  test("the page is left for WeChat's own, comes back, and is signed in", async ({ page }) => {
    await opened(page);
    await start(page).click();
    await page.getByRole("link", { name: "同意" }).click();
    await expect(page.locator("#root > p")).toContainText("succeeded  1");
    expect(exchanged).toEqual(["/app/session/wechat"]);
    expect(sandbox.opened[0]).toMatch(
      /\/connect\/oauth2\/authorize\?appid=wxfedcba9876543210&redirect_uri=.*&response_type=code&scope=snsapi_base&state=[a-zA-Z0-9]{43}/,
    );
    expect(page.url()).not.toMatch(/code=|state=/);
  });

  test("a refusal comes back, and the page says so", async ({ page }) => {
    await opened(page);
    await start(page).click();
    await page.getByRole("link", { name: "拒绝" }).click();
    await expect(page.locator("#root > p")).toContainText("failed denied");
    expect(exchanged).toEqual([]);
  });
});
