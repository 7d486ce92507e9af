// node scripts/digests.mjs <vendor's table.md>: records which rows the catalog was made from, as digests, without the vendor's text.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { importSource } from "./importSource.mjs";

const [table] = process.argv.slice(2);
if (table === undefined) throw new Error("Which table? node scripts/digests.mjs <table.md>");
const markdown = readFileSync(table, "utf8");

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { tableDigests } = await importSource("src/cli/diff.ts");
const digests = tableDigests(markdown);
writeFileSync("src/cli/vendorDigests.json", `${JSON.stringify(digests, null, 2)}\n`);
console.log(`src/cli/vendorDigests.json: ${Object.keys(digests).length} rows`);
