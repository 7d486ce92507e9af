// npm run hosts -- init: bare apps, from nothing to a healed sign-in: the commands, how long they take, a second run, undo.
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { hosts } from "./hosts.mjs";
import { install, run } from "./prepare.mjs";
import { freePort, startApp, startSandbox } from "./servers.mjs";
import { startBytes } from "./startBytes.mjs";
import { exchanges, signIn } from "./visit.mjs";

/** @typedef {Awaited<ReturnType<typeof startSandbox>>} Sandbox */

/** What serves each built app; Umi's is files, beside the back end. */
const bareApps = /** @type {const} */ ({
  "vite-query": hosts["vite-react-19"]?.start,
  "vite-rtk": hosts["vite-react-19"]?.start,
  "vite-axios-antd": hosts["vite-react-19"]?.start,
  "next-swr": hosts["next-rsc"]?.start,
  "next-pages": hosts["next-rsc"]?.start,
  "umi-max": undefined,
});

const init = ["tencent-error-kit", "init", "--app-id", "100000001", "--exchange", "/app/session/qq"];

/**
 * Prints a row for each app. True when all are healed, a second run changes nothing and undo leaves no trace.
 * @param {string} tarball
 * @param {import("playwright").Browser} browser
 * @param {string | undefined} only
 */
export async function playInit(tarball, browser, only) {
  /** @type {Record<string, Record<string, string>>} */
  const table = {};
  for (const [name, start] of Object.entries(bareApps)) {
    if (only !== undefined && name !== only) continue;
    const row = await playOne(name, start, tarball, browser).catch((/** @type {unknown} */ error) => {
      console.error(`${name}: ${String(error)}`);
      return { healed: "NO" };
    });
    table[name] = row;
  }
  console.table(table);
  const rows = Object.values(table);
  return rows.length > 0 && rows.every((row) => !Object.values(row).includes("NO"));
}

/**
 * @param {string} name
 * @param {((port: number) => readonly string[]) | undefined} start
 * @param {string} tarball
 * @param {import("playwright").Browser} browser
 * @returns {Promise<Record<string, string>>}
 */
async function playOne(name, start, tarball, browser) {
  const sandbox = await startSandbox();
  const root = copy(name, sandbox.origin);
  const serveApp = () =>
    start === undefined ? serveBuild(root, sandbox) : startApp(root, start, { BACKEND: sandbox.origin });
  build(root, sandbox);
  const bare = await withServer(serveApp, ({ origin }) => startBytes(browser, origin));
  const since = performance.now();
  run(root, "npm", ["install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", resolve(tarball)]);
  const before = filesOf(root);
  run(root, "npx", init);
  const after = filesOf(root);
  build(root, sandbox);
  const built = performance.now();
  const { healed, withKit } = await withServer(serveApp, async ({ origin }) => {
    await heal(browser, origin, sandbox);
    return { healed: performance.now(), withKit: await startBytes(browser, origin) };
  });
  sandbox.close();
  const seconds = {
    commands: "3",
    "to the build": seconds1(built - since),
    "to the sign-in": seconds1(healed - since),
    "start before, B": String(bare),
    "start with the kit, B": `+ ${withKit - bare}`,
  };
  const generated = new Set(changed(after, filesOf(root)));
  const undisturbed = filesOf(root);
  run(root, "npx", init);
  const isSame = changed(undisturbed, filesOf(root)).length === 0;
  run(root, "npx", ["tencent-error-kit", "init", "--undo"]);
  const traces = changed(before, filesOf(root)).filter((path) => !generated.has(path));
  for (const path of traces) console.error(`${name}: a trace in ${path}`);
  const lines = changed(before, after).map(
    (path) => (after[path] ?? "").split("\n").length - (before[path] ?? "").split("\n").length,
  );
  return {
    ...seconds,
    "lines by hand": "0",
    "lines written": String(lines.reduce((sum, count) => sum + count, 0)),
    healed: "yes",
    "second run changes nothing": isSame ? "yes" : "NO",
    "undo leaves no trace": traces.length === 0 ? "yes" : "NO",
  };
}

/** @param {string} root @param {Sandbox} sandbox */
function build(root, sandbox) {
  run(root, "npm", ["run", "build"], { NEXT_TELEMETRY_DISABLED: "1", BACKEND: sandbox.origin, DID_YOU_KNOW: "none" });
}

/**
 * @template Result
 * @param {() => Promise<{ origin: string, close: () => void }>} serveApp
 * @param {(app: { origin: string }) => Promise<Result>} play
 */
async function withServer(serveApp, play) {
  const app = await serveApp();
  try {
    return await play(app);
  } finally {
    app.close();
  }
}

/** The app as its author has it, with its own packages. @param {string} name @param {string} backend */
function copy(name, backend) {
  const source = join("test/bareApps", name);
  const hash = createHash("sha256")
    .update(readFileSync(join(source, "package.json")))
    .digest("hex")
    .slice(0, 12);
  const root = join(tmpdir(), "tencent-error-kit-hosts", `bare-${name}-${hash}`);
  mkdirSync(root, { recursive: true });
  for (const entry of readdirSync(root)) if (entry !== "node_modules") rmSync(join(root, entry), { recursive: true });
  cpSync(source, root, { recursive: true });
  for (const path of Object.keys(filesOf(root))) {
    const text = readFileSync(join(root, path), "utf8");
    if (text.includes("http://localhost:6007"))
      writeFileSync(join(root, path), text.replaceAll("http://localhost:6007", backend));
  }
  rmSync(join(root, "node_modules/tencent-error-kit"), { recursive: true, force: true });
  if (!existsSync(join(root, "node_modules"))) install(root);
  return root;
}

/**
 * Loses the sign-in in the middle of a visit, and signs in again.
 * @param {import("playwright").Browser} browser @param {string} origin @param {Sandbox} sandbox
 */
async function heal(browser, origin, sandbox) {
  const context = await browser.newContext();
  // QQ's own page, played by the sandbox
  await context.route("https://graph.qq.com/**", (route) => {
    const { pathname, search } = new URL(route.request().url());
    return route.fulfill({ status: 302, headers: { location: `${sandbox.origin}${pathname}${search}` } });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  try {
    await context.request.post(`${origin}/app/session/demo`, { data: {} });
    await page.goto(origin);
    await page.getByText("李雷", { exact: true }).first().waitFor();
    sandbox.revoke();
    await page.getByRole("button", { name: "Reload" }).click();
    await signIn(page);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByText("李雷", { exact: true }).first().waitFor();
    if (exchanges(sandbox) !== 1) throw new Error(`${exchanges(sandbox)} exchanges`);
  } finally {
    await context.close();
  }
}

/** @param {string} root @param {Sandbox} sandbox */
async function serveBuild(root, sandbox) {
  const app = new Hono();
  const folder = relative(process.cwd(), join(root, "dist"));
  app.all("/app/*", (c) => sandbox.fetch(c.req.raw));
  app.use(serveStatic({ root: folder }));
  app.get("*", serveStatic({ path: join(folder, "index.html") }));
  const port = await freePort();
  const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1", overrideGlobalObjects: false });
  return { origin: `http://localhost:${port}`, close: () => void server.close() };
}

/** @param {string} root @returns {Record<string, string>} */
function filesOf(root) {
  const skipped = /(^|\/)(node_modules|dist|\.next|\.umi|\.umi-production)(\/|$)|next-env\.d\.ts$|tsbuildinfo$/;
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return Object.fromEntries(
    paths.filter((path) => !skipped.test(path)).map((path) => [path, readFileSync(join(root, path), "utf8")]),
  );
}

/** @param {Record<string, string>} one @param {Record<string, string>} other */
function changed(one, other) {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((path) => one[path] !== other[path]);
}

/** @param {number} ms */
function seconds1(ms) {
  return `${(ms / 1000).toFixed(0)} s`;
}
