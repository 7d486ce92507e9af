// The last step of the build: takes out the declarations that no entry leads to, such as the sandbox's inside.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { entries, filesBelow, importsIn } from "./dist.mjs";

/** @type {Set<string>} */
const reached = new Set();
for (const { types } of entries()) reach(join(types));

const all = filesBelow("dist/types", ".d.ts");
for (const file of all) if (!reached.has(file)) rmSync(file);
console.log(
  `dist/types: ${reached.size} declarations, ${all.filter((file) => !reached.has(file)).length} that no entry leads to removed`,
);

/** @param {string} file */
function reach(file) {
  if (!file.startsWith("dist/types/") || reached.has(file)) return;
  reached.add(file);
  for (const specifier of importsIn(file))
    if (specifier.startsWith(".")) reach(join(file, "..", specifier).replace(/\.js$/, ".d.ts"));
}
