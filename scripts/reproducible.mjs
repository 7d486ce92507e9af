// npm run check -- reproducible: two clean builds must pack into the same bytes, so that a published package can be checked against its commit.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const [first, second] = [packed(), packed()];
console.log(`sha256 ${first}`);
if (first !== second) {
  console.error(`The second build packs into other bytes: sha256 ${second}`);
  process.exitCode = 1;
}

function packed() {
  const folder = mkdtempSync(join(tmpdir(), "packed-"));
  rmSync("dist", { recursive: true, force: true });
  run("npm", ["run", "--silent", "build"]);
  run("npm", ["pack", "--silent", "--pack-destination", folder]);
  const tarball = readFileSync(join(folder, readdirSync(folder)[0] ?? ""));
  rmSync(folder, { recursive: true });
  return createHash("sha256").update(tarball).digest("hex");
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed`);
}
