import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import en from "../../src/locales/en.js";
import { protectedChromium } from "./protectedChromium.js";
import { createRigs, type RigPlace, type Rigs } from "./rigs/createRigs.js";
import { openApp } from "./rigs/openApp.js";

// one worker and one browser for all of them
test.describe.configure({ mode: "default" });

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

const place = (name: string): RigPlace => rigs.places.find((known) => known.name === name)!;

test("the browser partitions the storage of frames, as these tests assume", async () => {
  for (const name of ["no COOP", "app in a frame of another site"]) {
    const { app, isEmbedded, appOrigin } = { ...(await openApp(place(name), context)), ...place(name) };
    const body = app.locator("body");
    await body.evaluate((element) => {
      new BroadcastChannel("canary").onmessage = () => element.setAttribute("data-canary", "heard");
    });
    const other = await context.newPage();
    await other.goto(`${appOrigin}/callback.html`);
    await other.evaluate(() => new BroadcastChannel("canary").postMessage("tweet"));
    // an event comes soon; its absence is asserted after a while that begins with the call
    if (isEmbedded) await other.waitForTimeout(1500);
    else await expect(body).toHaveAttribute("data-canary", "heard");
    expect((await body.getAttribute("data-canary")) ?? "silence").toBe(isEmbedded ? "silence" : "heard");
  }
});

test(
  "without a gesture the browser blocks the window: that is said at once, and a click opens it",
  { tag: ["@F01"] },
  async () => {
    const { page, app, rig, signIn } = await openApp(place("no COOP"), context);
    const cdp = await context.newCDPSession(page);
    // a script presses it long after the last click of a person
    await page.waitForTimeout(6500);
    const press = 'document.querySelector("[data-part=start]").click()';
    await cdp.send("Runtime.evaluate", { expression: press, userGesture: false });
    await expect(app.getByText("The browser blocked the QQ page.")).toBeVisible();
    expect(context.pages()).toHaveLength(1);
    const popup = await signIn("Try again");
    await popup.getByRole("button", { name: "Sign in" }).click();
    await expect(app.getByRole("dialog")).toHaveCount(0);
    expect((await rig()).codes).toHaveLength(1);
  },
);

test("in a sandbox without windows it is said at once that they are blocked", { tag: ["@F02"] }, async () => {
  const { page, appOrigin } = { ...(await openApp(place("no COOP"), context)), ...place("no COOP") };
  await page.goto(`${appOrigin}/callback.html`);
  await page.evaluate((address) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
    frame.src = address;
    document.body.append(frame);
  }, place("no COOP").address);
  const app = page.frameLocator("iframe");
  await app.getByRole("button", { name: "Load" }).click();
  await app.getByRole("button", { name: "Sign in again with QQ" }).click();
  await expect(app.getByText("The browser blocked the QQ page.")).toBeVisible();
});

for (const name of ["no COOP", "app same-origin"])
  test(`a double click opens one window and presses nothing else: ${name}`, { tag: ["@F21"] }, async () => {
    const { app, rig } = await openApp(place(name), context);
    await app.getByRole("button", { name: "Sign in again with QQ" }).dblclick();
    await expect(app.getByRole("heading", { name: /Sign in on the QQ page|seems closed/ })).toBeVisible();
    await expect.poll(() => context.pages().length).toBe(2);
    await context.pages()[1]?.getByRole("button", { name: "Sign in" }).click();
    await expect(app.getByRole("dialog")).toHaveCount(0);
    const { events, codes, sights } = await rig();
    expect(events.filter((type) => type.startsWith("reauth."))).toEqual([
      "reauth.required",
      "reauth.started",
      "reauth.succeeded",
    ]);
    expect(codes).toHaveLength(1);
    expect(sights.at(-1)?.windows).toBe(1);
  });

test(
  "a provider that is down leaves no one stuck: the window is closed and the next try works",
  { tag: ["@F15"] },
  async () => {
    await context.route("**/authorize?*", (route) => route.abort("connectionrefused"));
    const { app, rig, signIn } = await openApp(place("no COOP"), context);
    const [dead] = await Promise.all([
      context.waitForEvent("page"),
      app.getByRole("button", { name: "Sign in again with QQ" }).click(),
    ]);
    await expect(app.getByRole("heading", { name: "Sign in on the QQ page" })).toBeVisible();
    await expect(app.getByRole("button", { name: "Cancel" })).toBeVisible();
    await expect.poll(() => dead.url()).toContain("chrome-error");
    await dead.close();
    await context.unroute("**/authorize?*");
    await expect(app.getByRole("heading", { name: "The QQ page seems closed" })).toBeVisible();
    const popup = await signIn("Try again");
    await popup.getByRole("button", { name: "Sign in" }).click();
    await expect(app.getByRole("dialog")).toHaveCount(0);
    expect((await rig()).codes).toHaveLength(1);
  },
);

/** Navigates by the page itself: a navigation by the test may lose the opener. */
const goOn = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => void setTimeout(() => location.assign(to)), address);

for (const name of ["no COOP", "app same-origin", "app in a frame of another site"])
  test(`field F31: a window that comes back without a state ends nothing, and emits an event: ${name}`, async () => {
    const { app, rig, signIn, place: rigPlace } = await openApp(place(name), context);
    const popup = await signIn();
    const asked = popup.url();
    const told = async (): Promise<readonly string[]> =>
      (await rig()).events.filter((type) => type.startsWith("security."));
    await goOn(popup, `${rigPlace.appOrigin}/callback.html?code=C`);
    await expect(popup.getByText("Try again in the app.")).toBeVisible();
    await expect.poll(told).toEqual(["security.stateRefused"]);
    expect((await rig()).codes).toEqual([]);
    await expect(app.getByRole("dialog")).toBeVisible();
    // it was no more than a hint: the sign-in goes on
    await goOn(popup, asked);
    await popup.getByRole("button", { name: "Sign in" }).click();
    await expect(app.getByRole("dialog")).toHaveCount(0);
    expect([(await rig()).codes.length, await told()]).toEqual([1, ["security.stateRefused"]]);
  });

test("a refusal without a code ends the waiting at once", async () => {
  const { app, signIn, rig, place: rigPlace } = await openApp(place("no COOP"), context);
  const popup = await signIn();
  const state = new URL(popup.url()).searchParams.get("state") ?? "";
  const gone = popup.waitForEvent("close");
  await goOn(popup, `${rigPlace.appOrigin}/callback.html?state=${state}`);
  await gone;
  await expect(app.getByText(en.words.reasons.denied)).toBeVisible();
  expect((await rig()).codes).toEqual([]);
});

// what the provider's headers cut off reads as closed
for (const [name, isSaid] of [
  ["no COOP", true],
  ["provider same-origin", false],
  ["app in a frame of another site", false],
] as const)
  test(`who cancels is told of a window that only they can close: ${name}`, async () => {
    const complaints: string[] = [];
    context.on("console", (message) => complaints.push(message.text()));
    const { page, app, signIn } = await openApp(place(name), context);
    const popup = await signIn();
    await page.waitForTimeout(1000);
    await app.getByRole("button", { name: "Cancel" }).click();
    await expect(app.getByRole("dialog")).toHaveCount(0);
    await expect(app.locator("[data-part=live]")).toContainText(en.words.prompt.cancelled.title);
    await expect(app.getByText(en.words.labels.closeWindow).first()).toBeVisible({ visible: isSaid });
    expect(popup.isClosed()).toBe(place(name).isEmbedded);
    expect(complaints.filter((text) => /close|navigation/.test(text))).toEqual([]);
  });

test("a return page that may not close itself says what to do next", { tag: ["@F34"] }, async () => {
  const { app, signIn } = await openApp(place("app same-origin"), context);
  await context.addInitScript(() => {
    window.close = () => undefined;
  });
  const popup = await signIn();
  await popup.getByRole("button", { name: "Sign in" }).click();
  // the app's own order to close the window can't reach it either
  await expect(app.getByRole("dialog")).toHaveCount(0);
  await expect(popup.getByText("You can close this page.")).toBeVisible();
  await expect(popup.getByRole("button", { name: "Close this page" })).toBeVisible();
  expect(new URL(popup.url()).search).toBe("");
});
