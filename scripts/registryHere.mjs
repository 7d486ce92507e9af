// A registry of packages on this machine, Verdaccio, for npm run release:dry. It asks no other registry for what it does not have.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./hosts/servers.mjs";

/** The last that Node.js 20 runs. */
const version = "6.1.6";

/** @param {string} folder where its packages are kept */
export async function startRegistry(folder) {
  const tool = join(tmpdir(), "tencent-error-kit-registry", version);
  const bin = join(tool, "node_modules/verdaccio/bin/verdaccio");
  if (!existsSync(bin)) {
    mkdirSync(tool, { recursive: true });
    // it asks for a tag of this package, which not every mirror of the registry has
    writeFileSync(join(tool, "package.json"), '{ "private": true, "overrides": { "node-fetch": "2.7.0" } }');
    const args = [
      "install",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel",
      "error",
      `verdaccio@${version}`,
    ];
    if (spawnSync("npm", args, { cwd: tool, stdio: "inherit" }).status !== 0)
      throw new Error("Verdaccio can't be installed.");
  }
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}/`;
  const config = join(folder, "verdaccio.yaml");
  const npmrc = join(folder, "npmrc");
  writeFileSync(
    config,
    [
      `storage: ${join(folder, "storage")}`,
      "web: { enable: false }",
      "uplinks: {}",
      'packages: { "**": { access: $all, publish: $all } }',
      "max_body_size: 50mb",
      "log: { type: stdout, level: fatal }",
    ].join("\n"),
  );
  // npm sends nothing without one; this registry looks at none
  writeFileSync(npmrc, `//127.0.0.1:${port}/:_authToken=none\n`);
  const server = spawn(process.execPath, [bin, "--config", config, "--listen", `127.0.0.1:${port}`], {
    stdio: "ignore",
  });
  for (let tries = 0; !(await answers(origin)); tries++) {
    if (tries === 150) throw new Error("Verdaccio does not answer.");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { origin, npmrc, close: () => void server.kill() };
}

/** @param {string} origin */
function answers(origin) {
  return fetch(`${origin}-/ping`).then(
    ({ ok }) => ok,
    () => false,
  );
}
