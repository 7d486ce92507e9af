// npm run check -- package: packs the built kit and checks the tarball as an app gets it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { entries, filesBelow, importsIn } from "./dist.mjs";

const directive = /^"use client";/;
/** What may be in the tarball, and nothing else: no source, no test, no fixture. */
const packable =
  /^(dist\/.+\.(js|d\.ts|css|json|map|licenses\.md)|docs\/recipes\/[\w.-]+\.(md|ts|css)|docs\/pictures\/[\w-]+\.png|skills\/[\w-]+\/SKILL\.md|package\.json|(README|README\.zh-CN|CHANGELOG|SECURITY)\.md|LICENSE|llms(-full)?\.txt)$/;
/** The command is a program of Node's, and no entry leads to it. It has the texts of modules that it writes. */
const program = { file: "dist/cli.js", modules: /^node:|^tencent-error-kit\// };
const peers = /^(react|react-dom|@tanstack\/react-query)(\/|$)/;
/** The strictest compiler options of an app: declarations are checked, and only the peers' and the DOM's types exist. */
// prettier-ignore
const strictest = ["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "false", "--exactOptionalPropertyTypes",
  "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom,dom.iterable"];

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "packed-"));
try {
  run("npm", ["pack", "--silent", "--pack-destination", folder]);
  const tarball = join(folder, readdirSync(folder)[0] ?? "");
  const attw = ["--profile", "esm-only", "--format", "ascii", "--entrypoints", ...entries().map(({ name }) => name)];
  run("node_modules/.bin/publint", ["run", tarball, "--strict"]);
  run("node_modules/.bin/attw", [tarball, ...attw]);
  run("node_modules/.bin/tsc", [...strictest, ...entries().map(({ types }) => types)]);
  const faults = [
    ...lostDirectives(),
    ...strangers(),
    ...unpackable(tarball),
    ...lostLinks(tarball),
    ...installScripts(),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** A file that has lost its `"use client"` would run in a server component. */
function lostDirectives() {
  const sources = [...filesBelow("src", ".ts"), ...filesBelow("src", ".tsx")];
  return sources
    .filter((source) => directive.test(readFileSync(source, "utf8")))
    .map((source) => source.replace(/^src/, "dist").replace(/\.tsx?$/, ".js"))
    .filter((built) => existsSync(built) && !directive.test(readFileSync(built, "utf8")))
    .map((built) => `${built} has lost its "use client"`);
}

/** Imports of packages that are neither peers nor declared. */
function strangers() {
  const files = [...filesBelow("dist", ".js"), ...filesBelow("dist", ".d.ts")];
  return files.flatMap((file) =>
    importsIn(file)
      .filter((specifier) => !specifier.startsWith(".") && !peers.test(specifier))
      .filter((specifier) => file !== program.file || !program.modules.test(specifier))
      .map((specifier) => `${file} imports ${specifier}, which is no peer`),
  );
}

/**
 * Files of the tarball that don't belong there.
 * @param {string} tarball
 */
function unpackable(tarball) {
  const { stdout } = spawnSync("tar", ["-tzf", tarball], { encoding: "utf8" });
  const names = stdout.split("\n").filter((name) => name !== "");
  if (names.length === 0) return [`${tarball} can't be listed`];
  const strange = names.map((name) => name.replace(/^package\//, "")).filter((name) => !packable.test(name));
  return strange.map((name) => `${name} must not be packed`);
}

/**
 * Links of the packed pages to files that are not packed.
 * @param {string} tarball
 */
function lostLinks(tarball) {
  const { stdout } = spawnSync("tar", ["-tzf", tarball], { encoding: "utf8" });
  const packed = new Set(stdout.split("\n").map((name) => name.replace(/^package\//, "")));
  return [...packed]
    .filter((name) => name.endsWith(".md"))
    .flatMap((page) =>
      [
        ...readFileSync(page, "utf8")
          .replace(/^```[\s\S]*?^```/gm, "")
          .matchAll(/(?:\]\(|\b(?:src|srcset|href)=")(?!#)([^)"#\s]+)/g),
      ]
        .map(([, link = ""]) => link.replace("https://unpkg.com/tencent-error-kit/", "/"))
        .filter((link) => !/^[a-z]+:/.test(link))
        .map((link) => new URL(link, `file:///${page}`).pathname.slice(1))
        .filter((target) => !packed.has(target))
        .map((target) => `${page} links ${target}, which is not packed`),
    );
}

/** Installing the kit runs no script. */
function installScripts() {
  const { scripts, dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  return [
    ...["preinstall", "install", "postinstall", "prepare"]
      .filter((name) => name in scripts)
      .map((name) => `script ${name}`),
    ...Object.keys(dependencies ?? {}).map((name) => `dependency ${name}`),
  ].map((fault) => `package.json has the ${fault}`);
}

/**
 * Prints what a tool says only when it finds fault.
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  console.log(`${command.replace(/.*\//, "")}: ${status === 0 ? "ok" : "faults"}`);
  if (status === 0) return;
  console.error(stdout + stderr);
  process.exitCode = 1;
}
