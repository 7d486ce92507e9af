import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import type { Mutant } from "./Mutant.js";
import { mutants } from "./mutants.mjs";

/** Plants the mutant of the claim that `MUTANT` names into what the tests load. The file itself stays as it is. */
export function plantMutant(id: string | undefined): Plugin[] {
  const mutant: Mutant | undefined = mutants.find(({ proves }) => proves === id);
  if (id !== undefined && mutant === undefined) throw new Error(`There is no mutant of "${id}".`);
  if (mutant === undefined) return [];
  const path = fileURLToPath(new URL(`../../${mutant.file}`, import.meta.url));
  return [
    {
      name: "plant-mutant",
      enforce: "pre",
      transform(code, module) {
        if (module.split("?")[0] !== path) return null;
        if (!code.includes(mutant.from)) throw new Error(`${mutant.file} has no "${mutant.from}" any more.`);
        return { code: code.replace(mutant.from, () => mutant.to), map: null };
      },
    },
  ];
}
