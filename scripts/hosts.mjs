// npm run hosts [-- --only <host> | --pictures <folder> | --tarball <file> | types | packs | init | bundlers | registry]: the apps of examples/ with the packed kit, built, started and clicked through.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { chromiumLaunch, ensureChromium } from "./chromium.mjs";
import { consumerTypes } from "./consumerTypes.mjs";
import { playBundlers } from "./hosts/bundlers.mjs";
import { playInit } from "./hosts/initApps.mjs";
import { hosts } from "./hosts/hosts.mjs";
import { playPacks } from "./hosts/packs.mjs";
import { playRegistry } from "./hosts/registryItems.mjs";
import { install, npm, pack, prepare, run } from "./hosts/prepare.mjs";
import { startApp, startSandbox } from "./hosts/servers.mjs";
import { readAgain, segmentAgain, wholeStory } from "./hosts/stories.mjs";
import { visit } from "./hosts/visit.mjs";

/**
 * @typedef {import("./hosts/stories.mjs").Step} Step
 * @typedef {{ done: ReadonlySet<string>, console: readonly string[], hydration: readonly string[], seconds: number }} Result
 */

const options = /** @type {const} */ ({
  only: { type: "string" },
  pictures: { type: "string" },
  tarball: { type: "string" },
});
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const pictures = values.pictures === undefined ? undefined : resolve(values.pictures);
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "hosts-"));
try {
  const tarball = values.tarball ?? pack(folder);
  const isGood = positionals.includes("types")
    ? consumerTypes(folder, tarball, install)
    : positionals.includes("packs")
      ? playPacks(tarball)
      : await inChromium((browser) =>
          positionals.includes("init")
            ? playInit(tarball, browser, values.only)
            : positionals.includes("bundlers")
              ? playBundlers(tarball, browser, values.only)
              : positionals.includes("registry")
                ? playRegistry(folder, resolve(tarball), browser, values.only)
                : playAll(tarball, browser),
        );
  process.exitCode = isGood ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {(browser: import("playwright").Browser) => Promise<boolean>} play */
async function inChromium(play) {
  const browser = await chromium.launch(chromiumLaunch(ensureChromium()));
  try {
    return await play(browser);
  } finally {
    await browser.close();
  }
}

/** @param {string} tarball @param {import("playwright").Browser} browser */
async function playAll(tarball, browser) {
  const areGood = values.only === undefined ? playPacks(tarball) : true;
  const names = Object.keys(hosts).filter((name) => values.only === undefined || name === values.only);
  /** @type {Record<string, Record<string, string>>} */
  const table = {};
  let isGood = names.length > 0 && areGood;
  for (const name of names) {
    const result = await play(name, tarball, browser);
    for (const line of [...result.console, ...result.hydration]) console.error(`${name}: ${line}`);
    table[name] = rowOf(name, result);
    isGood &&= Object.values(table[name]).every((cell) => cell !== "NO");
  }
  console.table(table);
  return isGood;
}

/**
 * @param {string} name
 * @param {Result} result
 * @returns {Record<string, string>}
 */
function rowOf(name, { done, console, hydration, seconds }) {
  const { words, segment, prove } = hosts[name] ?? {};
  const mark = (/** @type {boolean} */ isGood, isPlayed = true) => (isGood ? "yes" : isPlayed ? "NO" : "–");
  return {
    works: mark(done.has("works")),
    heals: mark(done.has("heals")),
    "held change once": mark(done.has("sends once"), words !== undefined),
    "accounts apart": mark(done.has("parts accounts"), words !== undefined),
    "segment again": mark(done.has("fetches segments"), segment !== undefined),
    "visitors apart": mark(done.has("parts visitors"), prove !== undefined),
    "no console error": mark(console.length === 0),
    "no hydration warning": mark(hydration.length === 0),
    seconds: String(Math.round(seconds)),
  };
}

/**
 * @param {string} name
 * @param {string} tarball
 * @param {import("playwright").Browser} browser
 * @returns {Promise<Result>}
 */
async function play(name, tarball, browser) {
  const host = hosts[name];
  if (host === undefined) throw new Error(`There is no host ${name}.`);
  const since = performance.now();
  const root = prepare(name, tarball);
  const sandbox = await startSandbox();
  const env = { VITE_SERVER: sandbox.origin, NEXT_PUBLIC_SERVER: sandbox.origin, ...host.env?.(sandbox.origin) };
  run(root, "npm", ["run", "build"], { ...env, NEXT_TELEMETRY_DISABLED: "1" });
  // after the build: Next and Umi write declarations in it
  npm(root, "run", "types");
  const app = await startApp(root, host.start, env);
  /** @type {Set<string>[]} */
  const done = [];
  const said = { console: /** @type {string[]} */ ([]), hydration: /** @type {string[]} */ ([]) };
  try {
    for (const time of host.words === undefined ? ["day"] : ["day", "night"]) {
      sandbox.reset();
      /** @type {Set<string>} */
      const steps = new Set();
      done.push(steps);
      const heard = await visit(browser, app.origin, sandbox, (seen) => tell(seen, steps, host, `${name} ${time}`));
      said.console.push(...heard.console.filter((line) => host.logs?.test(line) !== true));
      said.hydration.push(...heard.hydration);
    }
    const { segment, words } = host;
    if (segment !== undefined) {
      sandbox.reset();
      const heard = await visit(browser, app.origin, sandbox, async (seen) => {
        await words?.enter?.(seen.page).click();
        const took = () => done.forEach((steps) => steps.add("fetches segments"));
        await segmentAgain(seen, took, (step) => picture(seen.page, `${name} ${step}`), segment);
      });
      said.console.push(...heard.console.filter((line) => host.logs?.test(line) !== true));
      said.hydration.push(...heard.hydration);
    }
    if (host.prove !== undefined) {
      sandbox.reset();
      await host.prove(app.origin, sandbox, app.isAlive).then(
        () => done.forEach((steps) => steps.add("parts visitors")),
        (/** @type {unknown} */ error) => said.console.push(String(error)),
      );
    }
  } finally {
    app.close();
    sandbox.close();
  }
  const always = new Set([...(done[0] ?? [])].filter((step) => done.every((steps) => steps.has(step))));
  return { done: always, ...said, seconds: (performance.now() - since) / 1000 };
}

/**
 * @param {import("./hosts/visit.mjs").Visit} seen
 * @param {Set<string>} steps
 * @param {import("./hosts/hosts.mjs").Host} host
 * @param {string} title
 */
async function tell(seen, steps, host, title) {
  const done = (/** @type {Step} */ step) => void steps.add(step);
  if (host.words === undefined) return readAgain(seen, done, host);
  await host.words.enter?.(seen.page).click();
  if (title.endsWith("night")) await host.words.night(seen.page).click();
  const take = (/** @type {string} */ name) => picture(seen.page, `${title} ${name}`);
  return wholeStory(seen, done, take, host.words).catch(async (/** @type {unknown} */ error) => {
    await take("stopped");
    throw error;
  });
}

/** @param {import("playwright").Page} page @param {string} title */
async function picture(page, title) {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ animations: "disabled", path: join(pictures, `${title.replaceAll(" ", "-")}.png`) });
}
