import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { titlesIn } from "../titlesIn.js";

type Proof = Readonly<Record<string, string>>;

const root = new URL("../../", import.meta.url);
const proofs = JSON.parse(readFileSync(new URL("docs/hardening.json", root), "utf8")) as Readonly<
  Record<string, Proof>
>;
const families: readonly (readonly [string, number, number])[] = [
  ["T", 56, 2],
  ["F", 83, 2],
  ["P", 22, 2],
  ["L", 11, 1],
];
const ids = families.flatMap(([letter, count, digits]) =>
  Array.from({ length: count }, (_none, index) => letter + String(index + 1).padStart(digits, "0")),
);

test("every threat, fault, property and load has a proof or a reason", () => {
  expect(Object.keys(proofs).sort()).toEqual([...ids].sort());
  expect(Object.entries(proofs).filter(([, proof]) => kindOf(proof) === undefined)).toEqual([]);
});

test("every test that is named exists", () => {
  const lost = Object.entries(proofs).filter(([, { file, title }]) => file !== undefined && !holds(file, title ?? ""));
  expect(lost).toEqual([]);
});

function kindOf(proof: Proof): string | undefined {
  const kind = Object.keys(proof).sort().join();
  const isSaid = Object.values(proof).every((text) => text.length > 2);
  return isSaid && ["file,title", "reason"].includes(kind) ? kind : undefined;
}

function holds(file: string, title: string): boolean {
  return titlesIn(file).some((each) => each.includes(title));
}
