// npm run states: draws the table of the reauthorization into docs/states.md. A test says when that is out of date.
import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drawStates } from "./drawStates.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { outputFiles } = await build({
  entryPoints: ["src/client/reauthTable.ts"],
  bundle: true,
  write: false,
  format: "esm",
});
const { reauthTable } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
writeFileSync("docs/states.md", await drawStates(reauthTable, readFileSync("src/client/ReauthEvent.ts", "utf8")));
