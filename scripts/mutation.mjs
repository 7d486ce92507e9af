// Mutation testing of redaction and sign-in: `npm run mutants -- stryker [redaction flow addresses callback]`.
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";
import { groups } from "../test/mutation/groups.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const least = 90;
const wanted = process.argv.slice(2).filter((name) => name !== "stryker");
const rows = [];
for (const [name, { mutate, tests }] of Object.entries(groups)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.env["MUTATION_TESTS"] = tests.join();
  const results = await new Stryker({
    mutate: [...mutate],
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
    reporters: ["clear-text", "progress-append-only"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
    concurrency: 2,
    timeoutMS: 20_000,
    tempDirName: "test-results/stryker",
    ignorePatterns: ["examples", "bench", "docs", "dist", "storybook-static", "stories", "test/oldest"],
    thresholds: { high: 100, low: least, break: null },
    allowConsoleColors: false,
  }).runMutationTest();
  const killed = results.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const counted = results.filter(({ status }) => !["Ignored", "CompileError", "RuntimeError"].includes(status)).length;
  rows.push({ name, killed, counted, score: (100 * killed) / counted });
}
for (const { name, killed, counted, score } of rows)
  console.log(`${name.padEnd(10)} ${killed} of ${counted} mutants killed, ${score.toFixed(1)} %`);
process.exitCode = rows.every(({ score }) => score >= least) ? 0 : 1;
