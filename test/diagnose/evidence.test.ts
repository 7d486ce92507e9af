import { expect, test } from "vitest";
import { dialects } from "../../src/catalog/dialects.js";
import { evidence } from "../../src/diagnose/evidence.js";

const others = ["unknown", "redirect", "network", "cancelled"];

test("each row of strong evidence names a dialect that is read, with ascending ranges", () => {
  const names = new Set([...dialects.map(({ name }) => name), ...others]);
  expect(evidence.filter(([name]) => !names.has(name))).toEqual([]);
  const ranges = evidence.flatMap(([, , ...numbers]) => numbers);
  expect(ranges.length).toBeGreaterThan(10);
  expect(ranges.filter(([from, to]) => from > to)).toEqual([]);
});

test("no app's usual success is among the strong numbers", () => {
  const strong = (number: number): boolean =>
    evidence.some(
      ([, beside, ...ranges]) => beside === "" && ranges.some(([from, to]) => number >= from && number <= to),
    );
  expect([0, 1, 200, 201, 10_000, 20_000, 200_000].filter(strong)).toEqual([]);
});
