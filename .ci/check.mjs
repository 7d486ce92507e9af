// npm run check: everything but the tests. Runs each part also after one failed, and says at the end which did.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const parts = ["types", "lint", "format", "unused", "reproducible", "package", "api", "sizes"];

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const failed = parts.filter((part) => {
  const start = performance.now();
  const quiet = { ...process.env, npm_config_loglevel: "error" };
  const { status } = spawnSync("npm", ["run", "--silent", `check:${part}`], { stdio: "inherit", env: quiet });
  console.log(`${part}: ${status === 0 ? "ok" : "failed"} in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return status !== 0;
});
console.log(failed.length === 0 ? "All checks hold." : `These checks failed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
