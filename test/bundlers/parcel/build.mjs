import { spawnSync } from "node:child_process";

const args = ["node_modules/parcel/lib/bin.js", "build", "src/index.html", "--dist-dir", "out", "--public-url", "./"];
const { status } = spawnSync(process.execPath, [...args, "--no-cache", "--no-source-maps", "--log-level", "error"], { stdio: "inherit" });
process.exitCode = status ?? 1;
