// npm run update:pictures: the pictures of README.md, taken from the stories, by day and by night.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { chromiumLaunch, ensureChromium } from "./chromium.mjs";
import { serveFolder } from "./serveFolder.mjs";

/** @type {readonly (readonly [name: string, story: string, locale: string, part: string])[]} */
const pictures = [
  ["notice", "errornotice--password-changed", "en", "notice"],
  ["notice-chinese", "errornotice--too-many-requests-for-now", "zh-CN", "notice"],
  ["prompt", "reauthprompt--required", "en", "prompt"],
  ["ticket", "ticketdialog--draft", "en", "ticket"],
];
const size = { width: 620, height: 720 };
const margin = 24;

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const site = mkdtempSync(join(tmpdir(), "pictures-"));
const { status } = spawnSync("npm", ["run", "build:storybook", "--", "--quiet", "-o", site], {
  stdio: ["ignore", "ignore", "inherit"],
});
if (status !== 0) process.exit(1);
const { origin, close } = await serveFolder(site);
const browser = await chromium.launch(chromiumLaunch(ensureChromium()));
mkdirSync("docs/pictures", { recursive: true });
for (const scheme of /** @type {const} */ (["light", "dark"]))
  for (const [name, story, locale, part] of pictures) {
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2, reducedMotion: "reduce" });
    await page.goto(`${origin}/iframe.html?viewMode=story&id=${story}&globals=locale:${locale};theme:${scheme}`);
    await page.locator(`html[data-te-scheme=${scheme}]`).waitFor();
    // what is fetched later is there, and the dialog has its height
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(300);
    const box = await page.locator(`[data-part=${part}]`).first().boundingBox();
    if (box === null) throw new Error(`${story} shows no ${part}.`);
    await page.evaluate(() => document.fonts.ready);
    const path = `docs/pictures/${name}-${scheme}.png`;
    const clip = {
      x: Math.max(0, box.x - margin),
      y: Math.max(0, box.y - margin),
      width: Math.min(size.width, box.width + 2 * margin),
      height: box.height + 2 * margin,
    };
    await page.screenshot({ path, clip });
    console.log(path);
    await page.close();
  }
await browser.close();
await close();
rmSync(site, { recursive: true });
