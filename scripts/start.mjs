// npm start: Storybook, and beside it on an origin of its own the sandbox that stands in for Tencent. On this machine only.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const sandboxPort = 6007;
const storybookPort = 6006;

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const sandbox = await serveSandbox();
const storybook = startStorybook();

storybook.once("exit", (code) => void sandbox.close().then(() => process.exit(code ?? 0)));
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(signal, () => storybook.kill("SIGTERM"));

// last, since Storybook's own line names 127.0.0.1: another site than the sandbox's, whose cookies it would not get
await answers(`http://localhost:${storybookPort}/index.json`);
console.log(`\nOpen http://localhost:${storybookPort} (the sandbox is at ${sandbox.origin}). Ctrl+C ends both.`);

/** The sandbox is TypeScript, which this Node doesn't run: Vite loads it. */
async function serveSandbox() {
  const vite = await createServer({
    configFile: false,
    appType: "custom",
    logLevel: "error",
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  /** @type {import("../test/sandbox/serve.js")} */
  const { serve } = /** @type {any} */ (await vite.ssrLoadModule("/test/sandbox/serve.ts"));
  /** @type {import("../test/sandbox/createSandbox.js")} */
  const { createSandbox } = /** @type {any} */ (await vite.ssrLoadModule("/test/sandbox/createSandbox.ts"));
  try {
    const served = await serve(createSandbox(), sandboxPort);
    return { origin: served.origin, close: () => Promise.allSettled([served.close(), vite.close()]) };
  } catch (error) {
    console.error(
      `The sandbox can't listen on port ${sandboxPort}: ${String(error)}. End what is there and start again.`,
    );
    process.exit(1);
  }
}

function startStorybook() {
  const own = ["--port", `${storybookPort}`, "--exact-port", "--host", "localhost"];
  const silent = ["--ci", "--no-open", "--disable-telemetry", "--no-version-updates"];
  const env = { ...process.env, STORYBOOK_DISABLE_TELEMETRY: "1" };
  const bin = "node_modules/storybook/dist/bin/dispatcher.js";
  return spawn(process.execPath, ["--dns-result-order=ipv4first", bin, "dev", ...own, ...silent], {
    stdio: "inherit",
    env,
  });
}

/** @param {string} url */
async function answers(url) {
  while (
    storybook.exitCode === null &&
    !(await fetch(url).then(
      (response) => response.ok,
      () => false,
    ))
  )
    await new Promise((resolve) => setTimeout(resolve, 200));
}
