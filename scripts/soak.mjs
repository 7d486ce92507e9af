// npm run soak [-- L2 L8]: the loads that npm test plays short, at their whole length, and the figures that they measure.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { filesByTag } from "../test/tagged.mjs";
import { ensureChromium } from "./chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const vitest = (/** @type {string} */ project, /** @type {string[]} */ ...more) =>
  `vitest/vitest.mjs run --config test/vitest.config.ts --project ${project}`.split(" ").concat(more);
const playwright = () => "@playwright/test/cli.js test --config test/e2e/playwright.config.ts --workers 1".split(" ");
const tagged = filesByTag();

/** @type {readonly { loads: string[], how: string, run: string[], env?: Record<string, string> }[]} */
const suites = [
  {
    loads: ["L1"],
    how: "storms of 1,000 queries: one prompt, two things said, each healed once",
    run: vitest("browser", "-t", "a storm"),
    env: { VITE_STORM: "1000" },
  },
  {
    loads: ["L2"],
    how: "5,000 queries, eight codes: one prompt, eight notices",
    run: vitest("browser", "-t", "L2"),
    env: { VITE_MIXED: "5000" },
  },
  {
    loads: ["L3"],
    how: "waves of up to 1,000: once each, 20 at a time, a seventh in 100 ms",
    run: vitest("node"),
    env: { FUZZ_RUNS: "1000" },
  },
  {
    loads: ["L4"],
    how: "12,000 failures of a minute: fifty events, an announcement in 5 s",
    run: vitest("browser", "-t", "L4"),
  },
  {
    loads: ["L5", "L6"],
    how: "8 tabs that heal within 3 s; 50 rounds of 20 tabs that die: 10 s, no lock",
    run: playwright(),
    env: { FUZZ_RUNS: "50", SOAK_TABS: "20" },
  },
  { loads: ["L7"], how: "100,000 forged messages: 200 ms", run: playwright() },
  {
    loads: ["L8"],
    how: "2,000 cycles: 200 B each, nothing held",
    run: vitest("browser"),
    env: { VITE_CYCLES: "2000" },
  },
  {
    loads: ["L9"],
    how: "half an hour of an outage: a tenth more calls at most",
    run: vitest("node"),
  },
  {
    loads: ["L10", "L11"],
    how: "20 bodies of 10 MB; 5,000 renders: 2 MB more at most",
    run: vitest("node"),
    env: { SOAK_RENDERS: "5000" },
  },
];

const asked = process.argv.slice(2);
const env = { ...process.env, CHROME_PATH: ensureChromium(), SOAK: "1" };
const rows = suites
  .filter(({ loads }) => asked.length === 0 || loads.some((load) => asked.includes(load)))
  .map((suite) => ({ ...suite, ...play(suite) }));
const failed = rows.filter(({ isGood }) => !isGood);
console.log(`${rows.flatMap(({ loads }) => loads).length} loads, ${failed.length} failures`);
process.exitCode = rows.length > 0 && failed.length === 0 ? 0 : 1;

/** @param {{ loads: string[], how: string, run: string[], env?: Record<string, string> }} suite */
function play({ loads, how, run: [bin = "", ...args], env: own }) {
  const begun = performance.now();
  const files = [...new Set(loads.flatMap((load) => [...(tagged.get(load) ?? [])]))];
  if (files.length === 0) throw new Error(`No test carries the tag of ${loads.join(" or ")}.`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [`node_modules/${bin}`, ...args, ...files], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...env, ...own },
  });
  const isGood = status === 0 && / passed/.test(stdout);
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(`${isGood ? "ok    " : "FAILED"} ${loads.join(", ")}: ${how}, ${seconds} s`);
  if (isGood) for (const line of stdout.split("\n").filter(isFigure)) console.log(`         ${line.trim()}`);
  else console.error(stdout.slice(-8000), stderr.slice(-8000));
  return { isGood };
}

/** The figures that a load's test prints, not the runner's own lines. @param {string} line */
function isFigure(line) {
  return /\d+ (?:ms|B|KB|MB|rounds|asked)\b/.test(line) && !/[✓✔]|passed|Duration|Start at/.test(line);
}
