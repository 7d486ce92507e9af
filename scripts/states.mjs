// npm run update:api: draws the table of the reauthorization into docs/states.md. A test says when that is out of date.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drawStates } from "./drawStates.mjs";
import { importSource } from "./importSource.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { every, reauthTable } = await importSource("src/client/reauthTable.ts");
writeFileSync(
  "docs/states.md",
  await drawStates(reauthTable, every, readFileSync("src/client/ReauthEvent.ts", "utf8")),
);
