import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mutants } from "../mutants/mutants.mjs";
import { filesByTag } from "../tagged.mjs";

const root = new URL("../../", import.meta.url);

test("every mutant's line is in its file exactly once", () => {
  const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
  expect(mutants.filter(({ file, from }) => read(file).split(from).length !== 2).map(({ proves }) => proves)).toEqual(
    [],
  );
});

test("every mutant is for another claim, and a test has that claim's tag", () => {
  const tagged = filesByTag();
  const ids = mutants.map(({ proves }) => proves);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => !tagged.has(id))).toEqual([]);
});
