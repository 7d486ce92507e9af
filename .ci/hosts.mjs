// npm run hosts [-- --only <host> | types]: the apps of examples/ with the packed kit, built, started and clicked through.
import { serve } from "@hono/node-server";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { chromiumArgs, ensureChromium } from "./chromium.mjs";
import { consumerTypes } from "./consumerTypes.mjs";

/**
 * @typedef {{ works: boolean, recovers: boolean, console: string[], hydration: string[] }} Result
 * @typedef {{ reload: string, isUmi?: boolean, fromServer?: string, start: (port: number) => string[] }} Host
 */

const vite = (/** @type {number} */ port) => [
  "node_modules/vite/bin/vite.js",
  "preview",
  "--host",
  "127.0.0.1",
  "--port",
  String(port),
  "--strictPort",
];
const next = (/** @type {number} */ port) => [
  "node_modules/next/dist/bin/next",
  "start",
  "-H",
  "127.0.0.1",
  "-p",
  String(port),
];

/** @type {Readonly<Record<string, Host>>} */
const hosts = {
  "vite-react-18": { reload: "刷新", start: vite },
  "vite-react-19": { reload: "Reload", isUmi: true, start: vite },
  "next-static": { reload: "Reload", fromServer: "[data-from=server]", start: next },
  "next-streamed": { reload: "再読み込み", fromServer: "[data-category=rateLimit]", start: next },
};

const { values, positionals } = parseArgs({ options: { only: { type: "string" } }, allowPositionals: true });
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "hosts-"));
try {
  npm(".", "run", "build");
  npm(".", "pack", "--silent", "--pack-destination", folder);
  const tarball = join(folder, readdirSync(folder)[0] ?? "");
  const isGood = positionals.includes("types") ? consumerTypes(folder, tarball, install) : await playAll(tarball);
  process.exitCode = isGood ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} tarball */
async function playAll(tarball) {
  const executablePath = ensureChromium();
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  const names = Object.keys(hosts).filter((name) => values.only === undefined || name === values.only);
  /** @type {[string, Result][]} */
  const results = [];
  try {
    for (const name of names) results.push([name, await play(name, tarball, browser)]);
  } finally {
    await browser.close();
  }
  const said = results.flatMap(([name, result]) =>
    [...result.console, ...result.hydration].map((line) => `${name}: ${line}`),
  );
  for (const line of said) console.error(line);
  const mark = (/** @type {boolean} */ isGood) => (isGood ? "yes" : "NO");
  console.table(
    Object.fromEntries(
      results.map(([name, result]) => [
        name,
        {
          works: mark(result.works),
          recovers: mark(result.recovers),
          "no console error": mark(result.console.length === 0),
          "no hydration warning": mark(result.hydration.length === 0),
        },
      ]),
    ),
  );
  return names.length > 0 && said.length === 0 && results.every(([, { works, recovers }]) => works && recovers);
}

/**
 * @param {string} name
 * @param {string} tarball
 * @param {import("playwright").Browser} browser
 * @returns {Promise<Result>}
 */
async function play(name, tarball, browser) {
  const host = /** @type {Host} */ (hosts[name]);
  const root = join(folder, name);
  cpSync(join("examples", name), root, { recursive: true, filter: (path) => !/node_modules|\.next|dist/.test(path) });
  const file = join(root, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  manifest.dependencies["tencent-error-kit"] = `file:${tarball}`;
  writeFileSync(file, JSON.stringify(manifest));
  const sandbox = await servedSandbox();
  const env = { VITE_SERVER: sandbox.origin, NEXT_PUBLIC_SERVER: sandbox.origin, NEXT_TELEMETRY_DISABLED: "1" };
  install(root);
  run(root, "npm", ["run", "build"], env);
  // after it: Next writes declarations while it builds
  npm(root, "run", "types");
  const port = await freePort();
  const app = spawn(process.execPath, host.start(port), {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  try {
    const origin = `http://localhost:${port}`;
    await answers(origin);
    return await visit(browser, origin, sandbox, host);
  } finally {
    app.kill();
    sandbox.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/**
 * Looks at the friends, loses the sign-in on the server, signs in again, looks at the friends.
 * @param {import("playwright").Browser} browser
 * @param {string} origin
 * @param {Awaited<ReturnType<typeof servedSandbox>>} sandbox
 * @param {Host} host
 * @returns {Promise<Result>}
 */
async function visit(browser, origin, sandbox, host) {
  const context = await browser.newContext();
  const page = await context.newPage();
  /** @type {Result} */
  const result = { works: false, recovers: false, console: [], hydration: [] };
  const hear = (/** @type {string} */ text) =>
    (/hydrat|#4(18|2[235])/i.test(text) ? result.hydration : result.console).push(text);
  const listen = (/** @type {import("playwright").Page} */ seen) => {
    seen.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) hear(message.text());
    });
    seen.on("pageerror", (error) => void hear(String(error)));
  };
  context.on("page", listen);
  listen(page);
  try {
    await page.goto(origin);
    const friend = page.locator("li").first();
    await friend.waitFor();
    if (host.fromServer !== undefined) await page.locator(host.fromServer).waitFor();
    result.works = true;
    const name = await friend.innerText();
    const order = { path: "/app/api/friends", code: -21, shape: "umi", times: 1 };
    await sandbox.command(host.isUmi ? "orders" : "revoke", host.isUmi ? order : {});
    await page.getByRole("button", { name: host.reload }).click();
    const prompt = page.getByRole("dialog");
    const opened = context.waitForEvent("page");
    await prompt.locator("[data-part=start]").click();
    const popup = await opened;
    await Promise.all([
      popup.waitForEvent("close"),
      popup.getByRole("button", { name: "Sign in", exact: true }).click(),
    ]);
    await prompt.waitFor({ state: "detached" });
    await page.locator("[data-part=notice][data-category=reauth]").waitFor({ state: "detached" });
    await page.getByText(name, { exact: true }).first().waitFor();
    const exchanges = await sandbox.exchanges();
    if (exchanges !== 1) hear(`${exchanges} exchanges`);
    result.recovers = exchanges === 1;
  } catch (error) {
    hear(String(error));
  }
  await context.close();
  return result;
}

/** The stand-in for Tencent, as the packed kit has it. */
async function servedSandbox() {
  /** @type {typeof import("../src/testing.js")} */
  const { createSandbox } = await import(new URL("../dist/testing.js", import.meta.url).href);
  const port = await freePort();
  const server = serve({ fetch: createSandbox().fetch, port, hostname: "127.0.0.1", overrideGlobalObjects: false });
  const origin = `http://localhost:${port}`;
  return {
    origin,
    /** @param {string} name @param {object} body */
    command: (name, body) => fetch(`${origin}/sandbox/${name}`, { method: "POST", body: JSON.stringify(body) }),
    async exchanges() {
      const { calls } = await (await fetch(`${origin}/app/api/log`)).json();
      return calls.filter((/** @type {{ path: string }} */ { path }) => path === "/app/session/qq").length;
    },
    close: () => void server.close(),
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} address */
async function answers(address) {
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Nothing answers at ${address}.`);
}

/** @param {string} root */
function install(root) {
  npm(root, "install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel", "error");
}

/** @param {string} cwd @param {...string} args */
function npm(cwd, ...args) {
  run(cwd, "npm", args);
}

/** @param {string} cwd @param {string} program @param {readonly string[]} args @param {Record<string, string>} [env] */
function run(cwd, program, args, env = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed in ${cwd}:\n${stdout}\n${stderr}`);
}
