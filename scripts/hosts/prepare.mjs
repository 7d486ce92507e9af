// Installs the packed kit into an example and builds it. Installed packages are kept between runs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Packs the kit into a folder, and says where.
 * @param {string} folder
 */
export function pack(folder) {
  npm(".", "run", "build");
  npm(".", "pack", "--silent", "--pack-destination", folder);
  return join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "");
}

/**
 * A folder with the example, its packages and the packed kit.
 * @param {string} name
 * @param {string} tarball
 */
export function prepare(name, tarball) {
  const example = join("examples", name);
  const manifest = JSON.parse(readFileSync(join(example, "package.json"), "utf8"));
  const { peerDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const wanted = JSON.stringify([resolve("."), process.version, manifest, peerDependencies]);
  const hash = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  const root = join(tmpdir(), "tencent-error-kit-hosts", `${name}-${hash}`);
  const modules = join(root, "node_modules");
  const isInstalled = existsSync(join(modules, "tencent-error-kit"));
  for (const entry of existsSync(root) ? readdirSync(root) : [])
    if (entry !== "node_modules") rmSync(join(root, entry), { recursive: true });
  cpSync(example, root, { recursive: true, filter: (path) => !/node_modules|\.next|dist|\.umi/.test(path) });
  manifest.dependencies["tencent-error-kit"] = `file:${tarball}`;
  writeFileSync(join(root, "package.json"), JSON.stringify(manifest));
  if (isInstalled) unpack(tarball, join(modules, "tencent-error-kit"));
  else install(root);
  return root;
}

/** Replaces an earlier kit by this one. @param {string} tarball @param {string} place */
function unpack(tarball, place) {
  rmSync(place, { recursive: true });
  const beside = `${place}.new`;
  mkdirSync(beside);
  run(".", "tar", ["-xzf", tarball, "-C", beside, "--strip-components=1"]);
  const { bin } = JSON.parse(readFileSync(join(beside, "package.json"), "utf8"));
  // as npm does when it installs
  for (const file of Object.values(bin)) chmodSync(join(beside, file), 0o755);
  renameSync(beside, place);
}

/** @param {string} root */
export function install(root) {
  npm(
    root,
    ...["install", "--no-package-lock", "--ignore-scripts", "--prefer-offline"],
    ...["--no-audit", "--no-fund", "--loglevel", "error"],
  );
}

/** @param {string} cwd @param {...string} args */
export function npm(cwd, ...args) {
  run(cwd, "npm", args);
}

/** @param {string} cwd @param {string} program @param {readonly string[]} args @param {Record<string, string>} [env] */
export function run(cwd, program, args, env = {}) {
  const options = { cwd, encoding: /** @type {const} */ ("utf8"), env: { ...process.env, ...env } };
  const { status, stdout, stderr } = spawnSync(program, args, options);
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed in ${cwd}:\n${stdout}\n${stderr}`);
}
