import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// What Stryker runs for each mutant: the tests that its group names.
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    environment: "node",
    include: process.env["MUTATION_TESTS"]?.split(",") ?? [],
    setupFiles: ["test/failOnConsole.ts"],
    testTimeout: 30_000,
  },
});
