import { spawnSync } from "node:child_process";

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
const args = ["node_modules/next/dist/bin/next", "build", "--turbopack"];
const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"], env });
process.exitCode = status ?? 1;
