// npm test [-- vitest's own options]: every test and story. The last line counts them: "N passed, N failed, N skipped".
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "./chromium.mjs";

/**
 * @typedef {{ status: string, assertionResults: readonly unknown[] }} FileResult
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: readonly FileResult[] }} Results
 */

const results = ".ci/results/vitest.json";
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
rmSync(results, { force: true });
process.exitCode = main();

function main() {
  try {
    const status = runVitest(ensureChromium());
    return report(status, readResults());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return report(1, undefined);
  }
}

/** @param {string} chromium */
function runVitest(chromium) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", ...reporters];
  const env = { ...process.env, CHROME_PATH: chromium, STORYBOOK_DISABLE_TELEMETRY: "1" };
  return spawnSync(process.execPath, [...vitest, ...process.argv.slice(2)], { stdio: "inherit", env }).status ?? 1;
}

/** @returns {Results | undefined} */
function readResults() {
  return existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : undefined;
}

/**
 * Prints the closing line. A file that doesn't load and a run that breaks count as one failure each; no test at all is one too.
 * @param {number} status
 * @param {Results | undefined} run
 */
function report(status, run) {
  const passed = run?.numPassedTests ?? 0;
  const skipped = (run?.numPendingTests ?? 0) + (run?.numTodoTests ?? 0);
  const unloaded =
    run?.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0) ?? [];
  const counted = (run?.numFailedTests ?? 0) + unloaded.length;
  const failed = counted === 0 && (status !== 0 || passed === 0) ? 1 : counted;
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 ? 0 : 1;
}
