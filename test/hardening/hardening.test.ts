import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mutants } from "../mutants/mutants.mjs";
import { filesByTag } from "../tagged.mjs";

const root = new URL("../../", import.meta.url);
const claims = JSON.parse(readFileSync(new URL("docs/hardening.json", root), "utf8")) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>;
const families: readonly (readonly [string, number, number])[] = [
  ["T", 56, 2],
  ["F", 83, 2],
  ["P", 22, 2],
  ["L", 11, 1],
  ["C", 12, 2],
];
const ids = families.flatMap(([letter, count, digits]) =>
  Array.from({ length: count }, (_none, index) => letter + String(index + 1).padStart(digits, "0")),
);

test("every threat, fault, property, load and point of calm is on the list", () => {
  expect(Object.keys(claims).sort()).toEqual([...ids].sort());
});

/** Whether the list gives a reason in a sentence. */
const says = (id: string, why: "reason" | "unmutated"): boolean => (claims[id]?.[why] ?? "").length > 20;

test("each of them has a test with its tag, or a reason why there is none", () => {
  const tagged = filesByTag();
  expect(ids.filter((id) => tagged.has(id) === says(id, "reason"))).toEqual([]);
});

test("each that has a test has a mutant, or a reason why there is none", () => {
  const mutated = new Set(mutants.map(({ proves }) => proves));
  expect(ids.filter((id) => !says(id, "reason") && mutated.has(id) === says(id, "unmutated"))).toEqual([]);
});
