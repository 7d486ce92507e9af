// Installs the peers once, and the kit as a user would get it: built, packed, unpacked.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "./util.mjs";

const kitRoot = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(ROOT, ".cache");

export function prepare() {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  if (!Object.entries(dependencies).every(isInstalled)) npm(ROOT, "install");
  npm(kitRoot, "run", "build");
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache);
  npm(kitRoot, "pack", "--silent", "--pack-destination", cache);
  const { name, version } = JSON.parse(readFileSync(join(kitRoot, "package.json"), "utf8"));
  const target = join(ROOT, "node_modules", name);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  run(cache, "tar", ["-xzf", `${name}-${version}.tgz`, "-C", target, "--strip-components=1"]);
}

/** @param {[name: string, version: string]} dependency */
function isInstalled([name, version]) {
  const file = join(ROOT, "node_modules", name, "package.json");
  return existsSync(file) && JSON.parse(readFileSync(file, "utf8")).version === version;
}

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
function npm(cwd, ...args) {
  run(cwd, process.platform === "win32" ? "npm.cmd" : "npm", args);
}

/**
 * @param {string} cwd
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(cwd, command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(" ")} ended with ${status}.`);
}
