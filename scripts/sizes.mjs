// npm run check:sizes: what each entry of the built kit costs an app, minified and gzipped, against scripts/sizes.json.
// `without` leaves out the modules that an app has already paid for by another entry, `import` takes one name alone. An entry
// that a row names is left out of the row for all of its kind.
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { entries } from "./dist.mjs";
import { apps, planted, withPackedKit } from "./pageSizes.mjs";

/** @typedef {import("./sizeTexts.mjs").Budget} Budget */

const external = ["react", "react-dom", "@tanstack/react-query"];

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
/** @type {readonly Budget[]} */
const budgets = JSON.parse(readFileSync("scripts/sizes.json", "utf8"));
const rows = (await Promise.all(budgets.filter(({ by }) => by === undefined).flatMap(rowsOf))).concat(await pageRows());
rows.sort((a, b) => a.title.localeCompare(b.title));

for (const { title, size, budget } of rows) {
  const verdict = size > budget ? `over by ${size - budget}` : "";
  console.log(
    `${title.padEnd(42)} ${String(size).padStart(6)} of ${String(budget).padStart(6)} B  ${verdict}`.trimEnd(),
  );
}
const over = rows.filter(({ size, budget }) => size > budget);
if (over.length > 0) {
  console.error(`Over the budget of scripts/sizes.json: ${over.map(({ title }) => title).join(", ")}`);
  process.exitCode = 1;
}

/** @param {Budget} budget */
function rowsOf({ budget, ...asked }) {
  if (asked.entry === "*")
    return [unused().then((size) => ({ title: "every entry, nothing of it used", size, budget }))];
  const pattern = new RegExp(`^${asked.entry.replace(".", "\\.").replace("*", ".*")}$`);
  const named = budgets.filter(({ import: taken }) => taken === asked.import).map(({ entry }) => entry);
  const found = entries().filter(({ name }) => pattern.test(name) && (name === asked.entry || !named.includes(name)));
  if (found.length === 0) throw new Error(`scripts/sizes.json names ${asked.entry}, and the kit has no such entry.`);
  return found.map(async ({ name, file }) => ({
    title: titleOf(name, asked),
    size: await sizeOf(file, asked),
    budget,
  }));
}

/** What apps pay at their start and in all, by each bundler: their code and the sheet. */
async function pageRows() {
  return withPackedKit(async (sizeOf) => {
    const found = [];
    for (const { entry, by = "", budget, all = 0, parts = {} } of budgets.filter(({ by }) => by !== undefined)) {
      const app = apps[/** @type {keyof typeof apps} */ (entry)];
      const { eager, later, ...built } = await sizeOf(by, app);
      found.push({ title: `${entry} by ${by}, at its start`, size: eager, budget });
      if (all > 0) found.push({ title: `${entry} by ${by}, all in`, size: eager + later, budget: all });
      for (const [part, budget] of Object.entries(parts)) {
        const size = built.parts[part];
        if (size === undefined)
          throw new Error(`${by} builds no later file called ${part}: ${Object.keys(built.parts).join(", ")}.`);
        found.push({ title: `${entry} by ${by}, later: ${part}`, size, budget });
      }
      if (entry !== "a page") continue;
      const { eager: noticed } = await sizeOf(by, planted);
      if (noticed <= budget) throw new Error(`A page whose ticket is eager keeps within the budget of ${by}.`);
    }
    return found;
  });
}

async function unused() {
  const modules = entries().filter(({ file }) => file.endsWith(".js"));
  const contents = modules.map(({ file }, index) => `import * as entry${index} from "${file}";`).join("");
  return zipped((await bundled(contents, new Set())).outputFiles[0]?.contents ?? new Uint8Array());
}

/**
 * @param {string} name
 * @param {Omit<Budget, "budget">} asked
 */
function titleOf(name, { without, import: taken }) {
  const what = taken === undefined ? name : `${name} { ${taken} }`;
  return without === undefined ? what : `${what} without ${without.join(", ")}`;
}

/**
 * @param {string} file
 * @param {Omit<Budget, "budget">} asked
 */
async function sizeOf(file, { without = [], import: taken }) {
  if (file.endsWith(".css")) return zipped(readFileSync(file));
  const paid = await Promise.all(without.map(modulesOf));
  const { outputFiles } = await bundled(entryOf(file, taken), new Set(paid.flat()));
  return zipped(outputFiles[0]?.contents ?? new Uint8Array());
}

/**
 * @param {string} file
 * @param {string | undefined} taken
 */
function entryOf(file, taken) {
  if (taken !== undefined) return `export { ${taken} } from "${file}";`;
  const hasDefault = /export default|as default/.test(readFileSync(file, "utf8"));
  return hasDefault ? `export { default } from "${file}";` : `export * from "${file}";`;
}

/** @param {string} entry */
async function modulesOf(entry) {
  const file = entries().find(({ name }) => name === entry)?.file;
  if (file === undefined) throw new Error(`scripts/sizes.json names ${entry}, and the kit has no such entry.`);
  const { metafile } = await bundled(entryOf(file, undefined), new Set());
  return Object.keys(metafile.inputs);
}

/**
 * @param {string} contents
 * @param {ReadonlySet<string>} paid
 */
function bundled(contents, paid) {
  return build({
    write: false,
    metafile: true,
    stdin: { contents, resolveDir: "." },
    external,
    plugins: [leavingOut(paid)],
    bundle: true,
    minify: true,
    format: "esm",
    charset: "utf8", // as an app's bundler writes it: not every letter of a language as \u
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
}

/**
 * @param {ReadonlySet<string>} paid
 * @returns {import("esbuild").Plugin}
 */
function leavingOut(paid) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  return {
    name: "leaving-out",
    setup: ({ onResolve, resolve }) => {
      onResolve({ filter: /^\./ }, async ({ path, pluginData, ...args }) => {
        // loaded on demand: counted with the page
        if (args.kind === "dynamic-import") return { path, external: true };
        if (pluginData === "asked") return undefined;
        const found = await resolve(path, { ...args, pluginData: "asked" });
        return paid.has(found.path.replace(root, "")) ? { path, external: true, sideEffects: false } : found;
      });
    },
  };
}

/** @param {Uint8Array} contents */
function zipped(contents) {
  return contents.length === 0 ? 0 : gzipSync(contents, { level: 9 }).length;
}
