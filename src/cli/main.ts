import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { isPack } from "./readPack.js";
import { createDiskIo } from "./diskIo.js";
import { run } from "./run.js";

/** Runs the command in this process and answers with its exit code. */
export function main(): Promise<number> {
  return run(process.argv.slice(2), {
    ...createDiskIo("."),
    load,
    confirm,
    stdin: async () => (process.stdin.isTTY ? undefined : text(process.stdin)),
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
  });
}

async function load(path: string): Promise<unknown> {
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(resolve(path)).href);
  const exported = Object(module) as Readonly<Record<string, unknown>>;
  return exported["default"] ?? Object.values(exported).find(isPack);
}

async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return true;
  const lines = createInterface(process.stdin, process.stdout);
  const answer = await lines.question(`${question} [Y/n] `);
  lines.close();
  return !/^n/i.test(answer.trim());
}

process.exitCode = await main();
