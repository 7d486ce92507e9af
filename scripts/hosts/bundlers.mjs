// npm run hosts -- bundlers: one page built by each bundler, played in Chromium, and what the kit adds to its start; Jest runs a test with it.
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { install, run } from "./prepare.mjs";
import { freePort } from "./servers.mjs";

const source = "test/bundlers";
const react = { "@tanstack/react-query": "5.108.0", react: "19.3.1", "react-dom": "19.3.1" };

/**
 * Prints a row for each bundler. True when each page works.
 * @param {string} tarball
 * @param {import("playwright").Browser} browser
 * @param {string | undefined} only
 */
export async function playBundlers(tarball, browser, only) {
  const names = readdirSync(source).filter((name) => name !== "app" && (only === undefined || name === only));
  /** @type {Record<string, Record<string, string>>} */
  const table = {};
  for (const name of names) {
    table[name] = await playBundler(name, tarball, browser).catch((/** @type {unknown} */ error) => {
      console.error(`${name}: ${String(error)}`);
      return { "builds and heals": "NO" };
    });
  }
  console.table(table);
  return names.length > 0 && Object.values(table).every((row) => row["builds and heals"] === "yes");
}

/** @param {string} name @param {string} tarball @param {import("playwright").Browser} browser */
async function playBundler(name, tarball, browser) {
  const root = prepareBundler(name, tarball);
  if (existsSync(join(root, "jest.config.cjs"))) return runJest(root, name);
  const without = await visit(buildOf(root, "bare"), false, browser);
  const withKit = await visit(buildOf(root, "kit"), true, browser);
  return {
    version: versionOf(root, name),
    "builds and heals": "yes",
    "eager, B": String(withKit.eager - without.eager),
    "later, B": String(withKit.later - without.later),
    "style sheet, B": String(withKit.style - without.style),
  };
}

/** A folder with the bundler, React and the packed kit. @param {string} name @param {string} tarball */
function prepareBundler(name, tarball) {
  const manifest = JSON.parse(readFileSync(join(source, name, "package.json"), "utf8"));
  Object.assign(manifest.dependencies, react);
  const hash = createHash("sha256").update(JSON.stringify(manifest)).digest("hex").slice(0, 12);
  const root = join(tmpdir(), "tencent-error-kit-hosts", `bundler-${name}-${hash}`);
  const kit = join(root, "node_modules/tencent-error-kit");
  mkdirSync(root, { recursive: true });
  for (const entry of readdirSync(root)) if (entry !== "node_modules") rmSync(join(root, entry), { recursive: true });
  cpSync(join(source, name), root, { recursive: true });
  writeFileSync(join(root, "package.json"), JSON.stringify(manifest));
  if (!existsSync(join(root, "node_modules/react"))) install(root);
  rmSync(kit, { recursive: true, force: true });
  mkdirSync(`${kit}.new`, { recursive: true });
  run(".", "tar", ["-xzf", tarball, "-C", `${kit}.new`, "--strip-components=1"]);
  renameSync(`${kit}.new`, kit);
  return root;
}

/** As it is transformed, and as modules. @param {string} root @param {string} name */
function runJest(root, name) {
  for (const flags of [[], ["--experimental-vm-modules"]])
    run(root, process.execPath, [...flags, "node_modules/jest/bin/jest.js", "--ci"]);
  return { version: versionOf(root, name), "builds and heals": "yes" };
}

/** Builds the page with one of its two apps. @param {string} root @param {"kit" | "bare"} app */
function buildOf(root, app) {
  rmSync(join(root, "src"), { recursive: true, force: true });
  cpSync(join(source, "app"), join(root, "src"), { recursive: true });
  renameSync(join(root, "src", `${app}.js`), join(root, "src/app.js"));
  for (const entry of ["out", ".next"]) rmSync(join(root, entry), { recursive: true, force: true });
  run(root, process.execPath, ["build.mjs"]);
  const out = join(root, "out");
  if (existsSync(join(out, "index.html"))) return out;
  const sheet = existsSync(join(out, "main.css")) ? '<link rel="stylesheet" href="./main.css" />' : "";
  const page = readFileSync(join(source, "app/index.html"), "utf8");
  writeFileSync(join(out, "index.html"), page.replace("<title>", `${sheet}<title>`));
  return out;
}

/**
 * Opens the page, fails, signs in. What was asked for before the click is its start.
 * @param {string} out @param {boolean} hasKit @param {import("playwright").Browser} browser
 */
async function visit(out, hasKit, browser) {
  const server = await serveFolder(out);
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const bytes = { eager: 0, later: 0, style: 0 };
  let isStarted = false;
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => void errors.push(String(error)));
  /** @type {Promise<void>[]} */
  const read = [];
  page.on("response", (response) => {
    const type = response.request().resourceType();
    if (type !== "script" && type !== "stylesheet") return;
    const kind = type === "stylesheet" ? "style" : isStarted ? "later" : "eager";
    const body = response.body();
    read.push(body.then((text) => void (bytes[kind] += gzipSync(text, { level: 9 }).length)));
  });
  try {
    await page.goto(server.origin);
    const load = page.getByRole("button", { name: "Load" });
    await load.waitFor();
    await page.waitForLoadState("networkidle");
    isStarted = true;
    await load.click();
    if (hasKit) await page.getByRole("dialog").locator("[data-part=start]").click();
    await page.getByText("李雷").waitFor();
    await page.waitForLoadState("networkidle");
    await Promise.all(read);
    if (errors.length > 0) throw new Error(errors.join("\n"));
  } finally {
    await context.close();
    server.close();
  }
  return bytes;
}

/** @param {string} folder */
async function serveFolder(folder) {
  const app = new Hono();
  app.use(serveStatic({ root: relative(process.cwd(), folder) }));
  const port = await freePort();
  const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1", overrideGlobalObjects: false });
  return { origin: `http://localhost:${port}`, close: () => void server.close() };
}

/** @param {string} root @param {string} name */
function versionOf(root, name) {
  /** @type {Readonly<Record<string, string>>} */
  const packages = { rspack: "@rspack/core", turbopack: "next" };
  const own = packages[name] ?? name;
  return JSON.parse(readFileSync(join(root, "node_modules", own, "package.json"), "utf8")).version;
}
