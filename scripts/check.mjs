// npm run check [-- part …]: everything but the tests. Runs each part also after one failed, and says at the end which did.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Each part with its commands, which `node_modules/.bin` may hold. */
const parts = {
  types: ["tsc", "tsc -p src/tsconfig.json --noEmit"],
  lint: ["eslint --max-warnings 0 ."],
  format: ["prettier --check --log-level warn ."],
  unused: ["knip --config scripts/knip.json"],
  architecture: ["node scripts/architecture.mjs"],
  reproducible: ["node scripts/reproducible.mjs"],
  package: ["node scripts/package.mjs"],
  api: ["node scripts/api.mjs"],
  sizes: ["node scripts/sizes.mjs"],
};

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}
const chosen = Object.entries(parts).filter(([name]) => wanted.length === 0 || wanted.includes(name));
const failed = chosen.filter(([name, commands]) => {
  const start = performance.now();
  const isDone = commands.every((command) => run(command) === 0);
  console.log(`${name}: ${isDone ? "ok" : "failed"} in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return !isDone;
});
console.log(
  failed.length === 0 ? "All checks hold." : `These checks failed: ${failed.map(([name]) => name).join(", ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

/** @param {string} command */
function run(command) {
  const env = { ...process.env, npm_config_loglevel: "error" };
  return spawnSync("npm", ["exec", "--no", "--", ...command.split(" ")], { stdio: "inherit", env }).status;
}
