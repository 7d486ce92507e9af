import fc from "fast-check";
import { appendFileSync } from "node:fs";
import { expect } from "vitest";

const { FUZZ_SEED: seed, FUZZ_PATH: path, FUZZ_REPORT: report } = process.env;

// For `npm run fuzz`: the same properties, from a seed that is printed, counted, with a failure's seed and path kept.
if (report !== undefined)
  fc.configureGlobal({
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(path !== undefined && { path }),
    // the plugin that replaces it has no global option
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    reporter(details) {
      const { numRuns, failed, counterexamplePath } = details;
      const title = expect.getState().currentTestName;
      const line = { title, numRuns, failed, seed: details.seed, path: counterexamplePath };
      appendFileSync(report, `${JSON.stringify(line)}\n`);
      if (failed) throw new Error(fc.defaultReportMessage(details));
    },
  });
