// Regenerates zh.js / en.js from data/errors.mjs (the files are committed so that the size suite needs no build step).
import { writeFileSync } from "node:fs";
import { ERRORS, ACTIONS, UI } from "../data/errors.mjs";
for (const [i, l] of ["zh", "en"].entries()) {
  const e = Object.fromEntries(ERRORS.map((r) => [r[0], r[2 + i]]));
  const pick = (o) => Object.fromEntries(Object.entries(o).map(([k, v]) => [k, v[i]]));
  writeFileSync(
    new URL(`./${l}.js`, import.meta.url),
    `export const ${l} = ${JSON.stringify({ e, a: pick(ACTIONS), u: pick(UI) }, null, 1)};\n`,
  );
}
