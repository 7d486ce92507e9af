// Starts the sandbox and the app, each at a port of its own.
import { serve } from "@hono/node-server";
import { spawn } from "node:child_process";
import { createServer } from "node:net";

/** The sandbox of the packed kit. */
export async function startSandbox() {
  /** @type {typeof import("../../src/testing.js")} */
  const { createSandbox } = await import(new URL("../../dist/testing.js", import.meta.url).href);
  const port = await freePort();
  const sandbox = createSandbox();
  const server = serve({ fetch: sandbox.fetch, port, hostname: "127.0.0.1", overrideGlobalObjects: false });
  return { ...sandbox, origin: `http://localhost:${port}`, close: () => void server.close() };
}

/**
 * Starts an app and waits until it answers.
 * @param {string} root
 * @param {(port: number) => readonly string[]} command
 * @param {Record<string, string>} env
 * @param {number} [own]
 */
export async function startApp(root, command, env, own) {
  const port = own ?? (await freePort());
  const app = spawn(process.execPath, command(port), { cwd: root, env: { ...process.env, ...env }, stdio: "ignore" });
  const origin = `http://localhost:${port}`;
  await answers(origin);
  return { origin, isAlive: () => app.exitCode === null, close: () => void app.kill() };
}

/** @returns {Promise<number>} */
export function freePort() {
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
    const isThere = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Nothing answers at ${address}.`);
}
