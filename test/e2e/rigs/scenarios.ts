import { expect, type Page } from "@playwright/test";
import type { Play } from "./openApp.js";
import type { Sight } from "./Rig.js";
import en from "../../../src/locales/en.js";

/** Plays a sign-in and says in a few words how it went. Throws when something does not hold. */
export type Scenario = (play: Play) => Promise<string>;

// prettier-ignore
/** The ways in which a sign-in goes, by name. What takes longest is the first. */
export const scenarios: readonly (readonly [string, Scenario])[] = [
  ["success after 70 s", (play) => succeedsAfter(play, 70_000)],
  ["success after 8 s", (play) => succeedsAfter(play, 8000)],
  ["closed at 2 s", closedByHand],
  ["closed and tried again", closedAndTriedAgain],
  ["provider navigates the opener", ledAstray],
];

const seemsClosed = "The QQ page seems closed";

async function succeedsAfter(play: Play, waitMs: number): Promise<string> {
  const popup = await play.signIn();
  await play.page.waitForTimeout(waitMs);
  await expectAWayOn(play);
  return succeed(play, popup);
}

/** Signs in, and looks at what is left. */
async function succeed({ app, rig, place }: Play, popup: Page): Promise<string> {
  const gone = popup.waitForEvent("close");
  await popup.getByRole("button", { name: "Sign in" }).click();
  await expect(app.getByRole("dialog")).toHaveCount(0);
  await gone;
  const { events, codes, sights } = await rig();
  expect(events.filter((type) => type === "reauth.succeeded")).toHaveLength(1);
  expect(events.filter((type) => type.startsWith("security."))).toEqual([]);
  expect(codes).toHaveLength(1);
  await expect(app.getByRole("button", { name: "Load" })).toBeFocused();
  const alarm = sights.find(({ isClosed, windows }) => windows === 1 && isClosed === true);
  return `signed in once, window gone${alarm === undefined || place.showsClose ? "" : ", handle said closed all the while"}`;
}

/** Whatever the browser shows, there is always a button. */
async function expectAWayOn({ app, place, rig }: Play): Promise<void> {
  const prompt = app.getByRole("dialog");
  // a person's word is offered only where the window is out of reach
  const word = place.showsClose ? [] : ["I have signed in"];
  for (const name of [...word, "Cancel"]) await expect(prompt.getByRole("button", { name })).toBeVisible();
  await expect(prompt.getByText(en.words.labels.stuck)).toBeVisible();
  const { sights } = await rig();
  expect(sights.at(-1)?.isClosed, "what the handle says of a window that is open").toBe(!place.showsClose);
  await expect(prompt.getByRole("button", { name: "Try again" })).toHaveCount(place.showsClose ? 0 : 1);
}

async function closedByHand(play: Play): Promise<string> {
  const { app, page, rig } = play;
  const popup = await play.signIn();
  await page.waitForTimeout(2000);
  await expectAWayOn(play);
  const closedAt = Date.now();
  await popup.close();
  await expect(app.getByRole("heading", { name: seemsClosed })).toBeVisible();
  await page.waitForTimeout(1000);
  const { events, sights } = await rig();
  expect(events.filter((type) => /cancelled|failed/.test(type))).toEqual([]);
  const noticed = noticeOf(sights);
  if (play.place.showsClose) expect(noticed, "milliseconds until the close was said").toBeLessThanOrEqual(1000);
  await app.getByRole("button", { name: "Cancel" }).click();
  await expect(app.getByRole("button", { name: "Load" })).toBeFocused();
  const wall = sights.find(({ title }) => title === seemsClosed)!.at - closedAt;
  return play.place.showsClose
    ? `said after ${String(noticed)} ms (${String(wall)} ms after the order to close)`
    : "can't be seen; a way on all the while";
}

/** How long the app's handle said "closed" before the prompt did. */
function noticeOf(sights: readonly Sight[]): number {
  const closed = sights.find(({ isClosed }) => isClosed === true);
  const said = sights.find(({ title }) => title === seemsClosed);
  return said!.at - closed!.at;
}

async function closedAndTriedAgain(play: Play): Promise<string> {
  const popup = await play.signIn();
  const gone = popup.waitForEvent("close");
  // clicked a moment later: the page closes while the click event is still dispatched
  await popup
    .getByRole("button", { name: "Cancel" })
    .evaluate((button: HTMLElement) => setTimeout(() => button.click()));
  await gone;
  await expect(play.app.getByRole("heading", { name: seemsClosed })).toBeVisible();
  const second = await play.signIn("Try again");
  await play.page.waitForTimeout(1000);
  return succeed(play, second);
}

async function ledAstray(play: Play): Promise<string> {
  const popup = await play.signIn();
  await popup.getByRole("button", { name: "Lead astray" }).click();
  const tried = await popup.locator("output").textContent();
  await play.page.waitForTimeout(1500);
  expect(play.page.url()).toBe(play.place.address);
  for (const frame of play.page.frames()) expect(frame.url()).not.toContain("evil");
  return `${await succeed(play, popup)} (${String(tried)})`;
}
