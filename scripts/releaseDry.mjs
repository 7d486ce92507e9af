// npm run release:dry: plays .github/workflows/release.yml up to the upload, in a clone, against a registry on this machine. What needs
// GitHub is asserted by its inputs: the provenance by the rights, the flags and the repository that npm asks for.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { startRegistry } from "./registryHere.mjs";

/**
 * @typedef {{ name?: string, id?: string, run?: string, uses?: string, env?: Record<string, string> }} Step
 * @typedef {{ "runs-on": string, environment?: string, permissions?: Record<string, string>, steps: readonly Step[] }} Job
 */

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);
/** @type {{ jobs: { build: Job, publish: Job } }} */
const workflow = parse(readFileSync(".github/workflows/release.yml", "utf8"));
const { build, publish } = workflow.jobs;
const kit = JSON.parse(readFileSync("package.json", "utf8"));
const folder = mkdtempSync(join(tmpdir(), "release-"));
const clone = join(folder, "clone");
const upload = join(folder, "upload");
const tools = join(folder, "tools");
/** What GitHub's runner sets, with names that stand for the real ones. */
const environment = {
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "owner/tencent-error-kit",
  GITHUB_REF_NAME: `v${kit.version}`,
  GITHUB_SHA: must(root, "git", "rev-parse", "HEAD").trim(),
};
let failures = 0;

try {
  prepare();
  const output = join(folder, "output");
  const packing = stepWith(build, "npm pack");
  sh("the version is not the tag's: refused", false, clone, packing, {
    GITHUB_REF_NAME: "v99.0.0",
    GITHUB_OUTPUT: output,
  });
  sh("the package is packed, and names its repository", true, clone, packing, { GITHUB_OUTPUT: output });
  const sha256 = /sha256=(\w+)/.exec(readFileSync(output, "utf8"))?.[1] ?? "";
  mkdirSync(upload);
  cpSync(join(clone, "package.tgz"), join(upload, "package.tgz"));

  const onMain = stepWith(publish, "compare/main");
  sh("the tag is on main", true, upload, onMain, { ANSWER: "identical" });
  sh("main has moved on since", true, upload, onMain, { ANSWER: "behind" });
  sh("a tag beside main: refused", false, upload, onMain, { ANSWER: "diverged" });
  sh("a tag before main: refused", false, upload, onMain, { ANSWER: "ahead" });
  const same = stepWith(publish, "sha256sum");
  sh("the file is the one that was built", true, upload, same, { SHA256: sha256 });
  sh("another file: refused", false, upload, same, {
    SHA256: sha256.replace(/^./, (sign) => (sign === "0" ? "1" : "0")),
  });
  sh("another repository: refused", false, upload, same, { SHA256: sha256, GITHUB_REPOSITORY: "someone/else" });

  provenance();
  await publishHere();
} finally {
  rmSync(folder, { recursive: true });
}
console.log(failures === 0 ? "The release can be uploaded." : `${failures} steps are not as they should be.`);
process.exitCode = failures === 0 ? 0 : 1;

/** The commit as it is, cloned, with the packages that are installed here, and built; a stand-in answers for GitHub's command. */
function prepare() {
  mkdirSync(tools);
  writeFileSync(join(tools, "gh"), '#!/bin/sh\necho "$ANSWER"\n', { mode: 0o755 });
  must(root, "git", "clone", "--quiet", "--no-hardlinks", root, clone);
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
  must(clone, "npm", "run", "build");
}

/** What npm asks for before it signs where a package was built. @see https://docs.npmjs.com/generating-provenance-statements */
function provenance() {
  const command = stepWith(publish, "npm publish").run ?? "";
  const packed = JSON.parse(must(upload, "tar", "-xzOf", "package.tgz", "package/package.json"));
  const node = publish.steps.find(({ uses }) => uses?.startsWith("actions/setup-node@"));
  check("the job may ask for an identity", publish.permissions?.["id-token"] === "write");
  check("it runs on a machine of GitHub's", /^ubuntu-[\d.]+$/.test(publish["runs-on"]));
  check("it waits for the environment's reviewers", publish.environment !== undefined);
  check("provenance is asked for", / --provenance\b/.test(command));
  check("the package is public", / --access public\b/.test(command) && packed.private !== true);
  check("it goes to npm's own registry", packed.publishConfig === undefined && !command.includes("--registry"));
  check(
    "the repository is the one that runs it",
    packed.repository?.url === `git+${environment.GITHUB_SERVER_URL}/${environment.GITHUB_REPOSITORY}.git`,
  );
  check("npm is one that needs no token (Node.js 24)", JSON.stringify(node).includes('"24"'));
  check(
    "no token is kept",
    !JSON.stringify(workflow).includes("NODE_AUTH_TOKEN") && !JSON.stringify(workflow).includes("secrets."),
  );
}

/** Uploads to the registry here by the job's own command, and installs the kit from it. */
async function publishHere() {
  const registry = await startRegistry(folder);
  try {
    const at = { npm_config_registry: registry.origin, npm_config_userconfig: registry.npmrc };
    const command = (stepWith(publish, "npm publish").run ?? "").replace(" --provenance", " --provenance=false");
    sh("npm takes the file", true, upload, { run: command }, at);
    sh("the same version again: refused", false, upload, { run: command }, at);
    const app = join(folder, "app");
    mkdirSync(app);
    writeFileSync(join(app, "package.json"), '{ "name": "app", "private": true, "type": "module" }');
    sh(
      "an app installs it",
      true,
      app,
      { run: `npm install --legacy-peer-deps --no-audit --no-fund ${kit.name}@${kit.version}` },
      at,
    );
    const lock = JSON.parse(readFileSync(join(app, "package-lock.json"), "utf8")).packages[`node_modules/${kit.name}`];
    const digest = createHash("sha512")
      .update(readFileSync(join(upload, "package.tgz")))
      .digest("base64");
    check("it is the file that was built, bit by bit", lock.integrity === `sha512-${digest}`);
    sh("its command runs", true, app, { run: `test "$(npx tencent-error-kit --version)" = "${kit.version}"` });
    for (const name of ["react", "react-dom", "@tanstack"])
      symlinkSync(join(root, "node_modules", name), join(app, "node_modules", name));
    const entries = Object.entries(kit.exports).filter(
      ([, target]) => typeof target === "object" && target.default.endsWith(".js") && !target.default.includes("*"),
    );
    const imports = entries.map(([entry]) => `await import("${entry.replace(".", kit.name)}");`).join("\n");
    writeFileSync(join(app, "all.mjs"), imports);
    sh(`its ${entries.length} entries load`, true, app, { run: "node all.mjs" });
  } finally {
    registry.close();
  }
}

/** @param {Job} job @param {string} part @returns {Step} */
function stepWith(job, part) {
  const step = job.steps.find(({ run }) => run?.includes(part));
  if (step === undefined) throw new Error(`No step of the workflow has "${part}".`);
  return step;
}

/**
 * Runs a step as the runner does, by bash that stops at the first error.
 * @param {string} what @param {boolean} isMeantToPass @param {string} cwd @param {Step} step @param {Record<string, string>} [more]
 */
function sh(what, isMeantToPass, cwd, { run = "" }, more = {}) {
  const env = { ...process.env, PATH: `${tools}:${process.env["PATH"] ?? ""}`, ...environment, ...more };
  const { status, stdout, stderr } = spawnSync("bash", ["-eo", "pipefail", "-c", run], { cwd, env, encoding: "utf8" });
  const isGood = (status === 0) === isMeantToPass;
  if (!isGood) console.error(stdout + stderr);
  check(what, isGood);
}

/** @param {string} what @param {boolean} isGood */
function check(what, isGood) {
  console.log(`${isGood ? "ok " : "NO "} ${what}`);
  if (!isGood) failures += 1;
}

/** @param {string} cwd @param {string} program @param {...string} args */
function must(cwd, program, ...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}${stderr}`);
  return stdout;
}
