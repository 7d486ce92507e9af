// npm run hosts -- registry: shadcn's own command adds the items of registry.json; the apps with them are built and played in Chromium.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveFolder } from "../serveFolder.mjs";
import { install, npm, run } from "./prepare.mjs";
import { playExchange, playNotices } from "./registryPlays.mjs";

/** @typedef {Record<string, Record<string, string>>} Table */

/** The command of shadcn/ui, from npm; what it asks its site for is served here. */
const version = "4.23.1";
const source = "test/registryApps";
const notices = ["notice-shadcn", "notice-antd", "notice-tdesign"];

/**
 * Prints a row for each play. True when all items are added and each of them works.
 * @param {string} folder @param {string} tarball @param {import("playwright").Browser} browser
 * @param {string | undefined} only
 */
export async function playRegistry(folder, tarball, browser, only) {
  const command = shadcn();
  const built = join(folder, "registry");
  run(".", process.execPath, [command, "build", "registry.json", "--output", join(built, "r")]);
  writeParts(built);
  const served = await serveFolder(built);
  try {
    /** @type {Readonly<Record<string, () => Promise<Table>>>} */
    const plays = {
      notices: async () => playNotices(await viteApp(command, served.origin, tarball), browser),
      exchange: async () => playExchange(await nextApp(command, served.origin, tarball), browser),
      all: async () => addAll(command, served.origin, folder),
    };
    /** @type {Table} */
    const table = {};
    for (const [name, play] of Object.entries(plays))
      if (only === undefined || only === name)
        Object.assign(table, await play().catch((/** @type {unknown} */ error) => failed(name, error)));
    console.table(table);
    return Object.values(table).every((row) => !Object.values(row).includes("NO"));
  } finally {
    await served.close();
  }
}

/** @param {string} name @param {unknown} error @returns {Table} */
function failed(name, error) {
  console.error(`${name}: ${String(error)}`);
  return { [name]: { heals: "NO" } };
}

/** @param {string} command @param {string} origin @param {string} tarball */
async function viteApp(command, origin, tarball) {
  const root = copy("vite", tarball);
  await add(command, root, origin, "vite", "query", "fetch");
  for (const notice of notices) {
    await add(command, root, origin, notice);
    const components = join(root, "src/components");
    renameSync(join(components, "tencent-notice.tsx"), join(components, `${notice}.tsx`));
  }
  return root;
}

/** @param {string} command @param {string} origin @param {string} tarball */
async function nextApp(command, origin, tarball) {
  const root = copy("next", tarball);
  await add(command, root, origin, "next", "swr", "fetch", "exchange-next");
  return root;
}

/** Each item alone, in an app without it: its files lie where it says. @param {string} command @param {string} origin @param {string} folder */
async function addAll(command, origin, folder) {
  /** @type {readonly { name: string, dependencies?: readonly string[], files: readonly { target: string }[] }[]} */
  const items = JSON.parse(readFileSync("registry.json", "utf8")).items;
  for (const { name, dependencies = [], files } of items) {
    const root = join(folder, `item-${name}`);
    cpSync(join(source, "vite"), root, { recursive: true });
    // what an app has already is not installed by the command
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    for (const each of [...dependencies, "@radix-ui/react-slot"]) manifest.dependencies[each] ??= "*";
    writeFileSync(join(root, "package.json"), JSON.stringify(manifest));
    await add(command, root, origin, name);
    const places = files.map(({ target }) => (target.startsWith("~/") ? target.slice(2) : `src/${target}`));
    const lost = places.filter((place) => !existsSync(join(root, place)));
    for (const place of lost) console.error(`${name}: ${place} is not there`);
    if (lost.length > 0) return { [name]: { added: "NO" } };
  }
  return { [`all ${items.length} items`]: { added: "yes" } };
}

/** @param {string} command @param {string} root @param {string} origin @param {...string} names */
function add(command, root, origin, ...names) {
  const args = [command, "add", ...names.map((name) => `${origin}/r/${name}.json`), "--yes", "--overwrite"];
  // not spawnSync: this process serves what the command asks for
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, REGISTRY_URL: `${origin}/r` } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => void (said += String(text)));
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => (code === 0 ? resolve(undefined) : reject(new Error(`${names.join()}: ${said}`))));
  });
}

/** The app as its author has it, with its own packages and the packed kit. @param {string} name @param {string} tarball */
function copy(name, tarball) {
  const manifest = JSON.parse(readFileSync(join(source, name, "package.json"), "utf8"));
  manifest.dependencies["tencent-error-kit"] = `file:${tarball}`;
  const hash = createHash("sha256")
    .update(readFileSync(join(source, name, "package.json")))
    .digest("hex");
  const root = join(tmpdir(), "tencent-error-kit-hosts", `registry-${name}-${hash.slice(0, 12)}`);
  mkdirSync(root, { recursive: true });
  for (const entry of readdirSync(root)) if (entry !== "node_modules") rmSync(join(root, entry), { recursive: true });
  cpSync(join(source, name), root, { recursive: true });
  writeFileSync(join(root, "package.json"), JSON.stringify(manifest));
  rmSync(join(root, "node_modules/tencent-error-kit"), { recursive: true, force: true });
  install(root);
  return root;
}

/** Where shadcn's command is. */
function shadcn() {
  const tool = join(tmpdir(), "tencent-error-kit-shadcn", version);
  const command = join(tool, "node_modules/shadcn/dist/index.js");
  if (existsSync(command)) return command;
  mkdirSync(tool, { recursive: true });
  writeFileSync(join(tool, "package.json"), '{ "private": true }');
  npm(tool, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error", `shadcn@${version}`);
  return command;
}

/** What the site of shadcn/ui serves: the two parts that a notice is made of, and a palette. @param {string} folder */
function writeParts(folder) {
  const put = (/** @type {string} */ path, /** @type {object} */ value) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(value));
  };
  const none = { light: {}, dark: {} };
  put("r/colors/neutral.json", { inlineColors: none, cssVars: none, inlineColorsTemplate: "", cssVarsTemplate: "" });
  const parts = { alert: join(source, "parts"), button: "examples/react-router-shadcn/src/components/ui" };
  for (const [name, place] of Object.entries(parts)) {
    const content = readFileSync(join(place, `${name}.tsx`), "utf8");
    const file = { path: `ui/${name}.tsx`, type: "registry:ui", content };
    put(`r/styles/new-york-v4/${name}.json`, { name, type: "registry:ui", files: [file] });
  }
}
