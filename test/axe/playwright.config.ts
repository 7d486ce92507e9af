import { defineConfig } from "@playwright/test";
import { availableParallelism } from "node:os";
import { chromiumLaunch } from "../../scripts/chromium.mjs";

// `npm run axe`: every story in every language, by day, by night and in forced colours, from the Storybook that it has built.
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/axe",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  workers: availableParallelism(),
  timeout: 60_000,
  globalTimeout: 60 * 60_000,
  reporter: [["dot"], ["./countReporter.ts"]],
  use: { launchOptions: chromiumLaunch() },
});
