// A program of Node that ends in time, with all that it has started.
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Runs it in a process group of its own, and ends the group with it or after `limit` seconds.
 * @param {readonly string[]} args @param {Readonly<Record<string, string>>} env @param {{ cwd: string, limit: number }} options
 * @returns {Promise<{ readonly said: string, readonly isLate: boolean }>}
 */
export async function runGroup(args, env, { cwd, limit }) {
  const folder = mkdtempSync(join(tmpdir(), "group-"));
  const path = join(folder, "said");
  // a file: a browser that outlives the program would hold a pipe open
  const output = openSync(path, "w");
  const child = spawn(process.execPath, args, {
    cwd,
    detached: true,
    stdio: ["ignore", output, output],
    env: { ...process.env, ...env },
  });
  const end = () => endGroup(child.pid);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, limit * 1000);
  process.once("exit", end);
  try {
    await new Promise((resolve, reject) => child.once("exit", resolve).once("error", reject));
    return { said: readFileSync(path, "utf8"), isLate };
  } finally {
    clearTimeout(timer);
    end();
    process.off("exit", end);
    closeSync(output);
    rmSync(folder, { recursive: true });
  }
}

/** @param {number | undefined} pid */
function endGroup(pid) {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // it has ended
  }
}
