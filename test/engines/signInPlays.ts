import { expect } from "@playwright/test";
import type { RigPlace } from "../e2e/rigs/createRigs.js";
import type { Rig } from "../e2e/rigs/Rig.js";
import { type Session, until } from "./Session.js";

type Play = (session: Session, place: RigPlace) => Promise<string>;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const seemsClosed = "The QQ page seems closed";

/** The five ways of a sign-in that Chromium plays in `test/e2e/rigs`, by name. */
export const signInPlays: readonly (readonly [name: string, play: Play])[] = [
  ["success after 70 s", (session, place) => succeedsAfter(session, place, 70_000)],
  ["success after 8 s", (session, place) => succeedsAfter(session, place, 8000)],
  ["closed at 2 s", closedByHand],
  ["closed and tried again", closedAndTriedAgain],
  ["provider navigates the opener", ledAstray],
];

/** The app's window, and the sign-in's. */
interface Windows {
  readonly app: string;
  readonly popup: string;
}

/** Opens the app, lets a call fail, and presses the prompt's button. */
async function signIn(session: Session, place: RigPlace): Promise<Windows> {
  await session.go(place.address);
  const app = await session.window();
  await session.enterFrame(place.isEmbedded);
  await session.press("Load");
  await until(
    () => session.read(`return document.querySelector("dialog[open] [data-part=start]") !== null`),
    "the prompt",
  );
  return { app, popup: await open(session, app, "Sign in again with QQ") };
}

async function open(session: Session, app: string, words: string): Promise<string> {
  const before = await session.windows();
  await session.press(words);
  const popup = await until(
    async () => (await session.windows()).find((each) => !before.includes(each)),
    "a sign-in window",
  );
  await session.enterWindow(popup);
  await until(
    () => session.read(`return document.querySelector("h1")?.textContent === "Provider"`),
    "the provider's page",
  );
  expect(popup).not.toBe(app);
  return popup;
}

async function backTo(session: Session, place: RigPlace, app: string): Promise<void> {
  await session.enterWindow(app);
  await session.enterFrame(place.isEmbedded);
}

function rigOf(session: Session): Promise<Rig> {
  return session.read<Rig>("return JSON.parse(JSON.stringify(window.rig))");
}

async function succeedsAfter(session: Session, place: RigPlace, ms: number): Promise<string> {
  const windows = await signIn(session, place);
  await wait(ms);
  await backTo(session, place, windows.app);
  const buttons = await session.read<string[]>(
    `return [...document.querySelectorAll("dialog[open] button")].map((each) => each.textContent)`,
  );
  expect(buttons).toContain("Cancel");
  return succeed(session, place, windows);
}

async function succeed(session: Session, place: RigPlace, { app, popup }: Windows): Promise<string> {
  await session.enterWindow(popup);
  await session.press("Sign in");
  await backTo(session, place, app);
  await until(() => session.read(`return document.querySelector("dialog[open]") === null`), "the prompt is gone");
  await until(async () => !(await session.windows()).includes(popup), "the window is gone");
  const { events, codes } = await rigOf(session);
  expect(events.filter((type) => type === "reauth.succeeded")).toHaveLength(1);
  expect(events.filter((type) => /^security\.|cancelled|failed/.test(type))).toEqual([]);
  expect(codes).toHaveLength(1);
  return "signed in once, window gone";
}

async function closedByHand(session: Session, place: RigPlace): Promise<string> {
  const { app, popup } = await signIn(session, place);
  await wait(2000);
  await session.enterWindow(popup);
  await session.closeWindow();
  await backTo(session, place, app);
  const isSaid = await until(
    () =>
      session.read(
        `return document.querySelector("[data-part=prompt] [data-part=title]")?.textContent === ${JSON.stringify(seemsClosed)}`,
      ),
    "the close is said",
    5000,
  ).catch(() => false);
  const { events } = await rigOf(session);
  expect(events.filter((type) => /cancelled|failed/.test(type))).toEqual([]);
  if (place.showsClose) expect(isSaid, "the close is said").toBe(true);
  await session.press("Cancel");
  await until(() => session.read(`return document.querySelector("dialog[open]") === null`), "the prompt is gone");
  return isSaid ? "the close is said" : "the close can't be seen; a way on all the while";
}

async function closedAndTriedAgain(session: Session, place: RigPlace): Promise<string> {
  const { app, popup } = await signIn(session, place);
  await session.read(`setTimeout(() => document.querySelector("#close").click()); return 1`);
  await until(async () => !(await session.windows()).includes(popup), "the window is gone");
  await backTo(session, place, app);
  const second = await open(session, app, "Try again");
  await wait(1000);
  return succeed(session, place, { app, popup: second });
}

async function ledAstray(session: Session, place: RigPlace): Promise<string> {
  const windows = await signIn(session, place);
  await session.press("Lead astray");
  const tried = await session.read<string>(`return document.querySelector("output").textContent`);
  await wait(1500);
  await session.enterWindow(windows.app);
  const address = await session.address();
  // docs/engines.md: a window that a frame has opened may lead the page around that frame away
  if (session.version.startsWith("Firefox") && place.isEmbedded && address.endsWith("/evil"))
    return "the page around the frame was led away, and the app with it";
  expect(address).toBe(place.address);
  return `${await succeed(session, place, windows)} (${tried})`;
}
