import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mutants } from "../mutants/mutants.mjs";

test("every mutant still has its place, exactly one", { tags: ["T54"] }, () => {
  expect(mutants.filter((one) => !("rule" in one))).toHaveLength(12);
  expect(new Set(mutants.flatMap((one) => ("rule" in one ? [one.rule] : []))).size).toBe(5);
  const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  expect(mutants.filter(({ file, from }) => read(file).split(from).length !== 2).map(({ name }) => name)).toEqual([]);
  for (const { tests } of mutants) expect(tests.map(read).join("").length).toBeGreaterThan(0);
});
