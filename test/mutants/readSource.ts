import { readFileSync } from "node:fs";
import { mutants } from "./mutants.mjs";

/** A file of the project as text, with the mistake that `MUTANT` names where it is planted there. */
export function readSource(path: string): string {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const mutant = mutants.find(({ proves, file }) => proves === process.env["MUTANT"] && file === path);
  return mutant === undefined ? text : text.replace(mutant.from, () => mutant.to);
}
