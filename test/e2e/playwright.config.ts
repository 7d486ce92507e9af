import { defineConfig } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { chromiumLaunch } from "../../scripts/chromium.mjs";

// Everything as `npm start` shows it. A server that already runs is used, except in CI.
export default defineConfig({
  testDir: ".",
  globalSetup: "./warmUp.ts",
  outputDir: "../../test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  workers: 2,
  reporter: "list",
  // a busy machine is slow, not wrong: a first page is bundled while a test waits
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: "http://localhost:6006",
    trace: "retain-on-failure",
    launchOptions: chromiumLaunch(),
  },
  webServer: {
    command: "node scripts/start.mjs",
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    url: "http://localhost:6006/index.json",
    reuseExistingServer: !process.env["CI"],
    gracefulShutdown: { signal: "SIGTERM", timeout: 5000 },
  },
});
