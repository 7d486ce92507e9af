import { expect, type BrowserContext, type FrameLocator, type Page } from "@playwright/test";
import type { RigPlace } from "./createRigs.js";
import type { Rig } from "./Rig.js";
import en from "../../../src/locales/en.js";

/** An app whose prompt is open. */
export interface Play {
  readonly place: RigPlace;
  readonly page: Page;
  /** The app, also where it is in a frame. */
  readonly app: Page | FrameLocator;
  readonly rig: () => Promise<Rig>;
  /** Presses the prompt's button and gives the sign-in window. */
  readonly signIn: (name?: string) => Promise<Page>;
}

/** Opens the app and lets a call fail. */
export async function openApp(place: RigPlace, context: BrowserContext): Promise<Play> {
  const page = await context.newPage();
  await page.goto(place.address);
  const app = place.isEmbedded ? page.frameLocator("iframe") : page;
  await app.getByRole("button", { name: "Load" }).click();
  await expect(app.getByRole("dialog", { name: en.words.prompt.required.title })).toBeVisible();
  return {
    place,
    page,
    app,
    rig: () => app.locator("body").evaluate(() => window.rig),
    async signIn(name = "Sign in again with QQ") {
      const [popup] = await Promise.all([context.waitForEvent("page"), app.getByRole("button", { name }).click()]);
      await popup.getByRole("heading", { name: "Provider" }).waitFor();
      return popup;
    },
  };
}
