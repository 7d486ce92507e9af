import { defineConfig } from "@playwright/test";

// Playwright runs the tests; the browsers are Debian's own, which it can't control, so each has a driver here.
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  workers: 3,
  reporter: "list",
  expect: { timeout: 15_000 },
});
