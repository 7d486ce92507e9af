import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { mutants } from "./mutants.mjs";

/** Plants the mutant that `MUTANT` names into what the tests load. The file itself stays as it is. */
export function plantMutant(name: string | undefined): Plugin[] {
  const mutant = mutants.find((one) => one.name === name);
  if (name !== undefined && mutant === undefined) throw new Error(`There is no mutant "${name}".`);
  if (mutant === undefined) return [];
  const path = fileURLToPath(new URL(`../../${mutant.file}`, import.meta.url));
  return [
    {
      name: "plant-mutant",
      enforce: "pre",
      transform(code, id) {
        if (id.split("?")[0] !== path) return null;
        if (!code.includes(mutant.from)) throw new Error(`${mutant.file} has no "${mutant.from}" any more.`);
        return { code: code.replace(mutant.from, () => mutant.to), map: null };
      },
    },
  ];
}
