import { chromium, type Browser } from "@playwright/test";
import { chromiumLaunch } from "../../scripts/chromium.mjs";

/** What Playwright turns off although people have it on. */
const protections = [
  "--disable-popup-blocking",
  "--disable-back-forward-cache",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
];

/** A Chromium as people use it: popups are blocked, storage is partitioned, pages are kept for Back, timers are throttled. */
export async function protectedChromium(): Promise<Browser> {
  const options = chromiumLaunch();
  const asIs = await chromium.launch(options);
  const page = await asIs.newPage();
  await page.goto("chrome://version");
  // storage partitioning is one of many features in a list, which differs from version to version
  const features = /--disable-features=\S+/.exec((await page.locator("#command_line").textContent()) ?? "")?.[0] ?? "";
  await asIs.close();
  return chromium.launch({ ...options, ignoreDefaultArgs: [...protections, features] });
}
