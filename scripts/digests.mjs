// node scripts/digests.mjs <vendor's table.md>: records which rows the catalog was made from, as digests, without the vendor's text.
import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [table] = process.argv.slice(2);
if (table === undefined) throw new Error("Which table? node scripts/digests.mjs <table.md>");
const markdown = readFileSync(table, "utf8");

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { outputFiles } = await build({
  entryPoints: ["src/cli/diff.ts"],
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
});
const { tableDigests } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
const digests = tableDigests(markdown);
writeFileSync("src/cli/vendorDigests.json", `${JSON.stringify(digests, null, 2)}\n`);
console.log(`src/cli/vendorDigests.json: ${Object.keys(digests).length} rows`);
