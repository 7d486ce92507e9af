// npm run check:architecture: files, lines and import chains of src, then test/architecture with its planted faults.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = new Map(
  readdirSync(`${root}/src`, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path.replace(/\.tsx?$/, ""), readFileSync(`${root}/src/${path}`, "utf8")]),
);
const imports = new Map([...sources].map(([file, text]) => [file, importsOf(file, text)]));
const lines = [...sources.values()].map((text) => text.trimEnd().split("\n").length).sort((a, b) => a - b);
/** @type {Map<string, number>} */
const depths = new Map();
/** @type {Map<string, Set<string>>} */
const reaches = new Map();

const files = [...sources.keys()];
const folders = new Set(files.map((file) => posix.dirname(file)).filter((folder) => folder !== "."));
const row = {
  files: files.length,
  lines: lines.reduce((sum, count) => sum + count, 0),
  median: lines[lines.length >> 1],
  p90: lines[Math.floor(lines.length * 0.9)],
  "longest chain": Math.max(...files.map(depthOf)),
  "longest chain in one folder": Math.max(...[...folders].map(depthInside)),
  "mean imports": mean(files.map((file) => imports.get(file)?.length ?? 0)),
  "mean reach in its folder": mean(
    files.map((file) => [...reachOf(file)].filter((other) => posix.dirname(other) === posix.dirname(file)).length),
  ),
  "mean reach": mean(files.map((file) => reachOf(file).size)),
};
for (const [name, value] of Object.entries(row)) console.log(`${name.padEnd(28)} ${value}`);
const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", "--project", "node"];
const { status } = spawnSync(process.execPath, [...vitest, "--reporter", "dot", "test/architecture.test.ts"], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;

/** @param {string} file @param {string} text @returns {string[]} what it imports inside src, types included */
function importsOf(file, text) {
  const found = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const inside = found.filter((name) => name.startsWith("."));
  return (
    inside
      .map((name) => posix.join(posix.dirname(file), name).replace(/\.js$/, ""))
      // a language fetches its later words from its own file
      .filter((name) => sources.has(name) && name !== file)
  );
}

/** @param {string} file @returns {number} files on the longest way down from it, itself counted */
function depthOf(file) {
  const known = depths.get(file);
  if (known !== undefined) return known;
  const depth = 1 + Math.max(0, ...(imports.get(file) ?? []).map(depthOf));
  depths.set(file, depth);
  return depth;
}

/** @param {string} folder @returns {number} the same on ways that stay inside the folder */
function depthInside(folder) {
  /** @param {string} file @returns {number} */
  const depth = (file) =>
    1 + Math.max(0, ...(imports.get(file) ?? []).filter((other) => posix.dirname(other) === folder).map(depth));
  return Math.max(...files.filter((file) => posix.dirname(file) === folder).map(depth));
}

/** @param {string} file @returns {Set<string>} all that it leads to */
function reachOf(file) {
  const known = reaches.get(file);
  if (known !== undefined) return known;
  const reach = new Set((imports.get(file) ?? []).flatMap((other) => [other, ...reachOf(other)]));
  reaches.set(file, reach);
  return reach;
}

/** @param {number[]} values @returns {string} */
function mean(values) {
  return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1);
}
