import { parseArgs } from "node:util";
import { kitVersion } from "../base/version.js";
import { check } from "./check.js";
import { diff } from "./diff.js";
import { explain } from "./explain.js";
import { help } from "./help.js";
import type { Flags, CommandIo, Report } from "./CommandIo.js";
import { init } from "./init/init.js";
import { messages } from "./exportMessages.js";
import { pages } from "./pages/pages.js";
import vendorDigests from "./vendorDigests.json" with { type: "json" };

type Command = (inputs: readonly string[], flags: Flags, io: CommandIo) => Promise<Report>;

/** Which flags a command takes, how many inputs at most, and what it does. */
type Entry = readonly [flags: readonly (keyof Flags)[], inputs: number, command: Command];

const commands: Readonly<Record<string, Entry>> = {
  explain: [["locale", "audience", "pack", "status"], Infinity, explain],
  check: [[], 1, check],
  diff: [[], 1, ([path], _flags, io) => diff(path, vendorDigests, io)],
  messages: [["locale", "format"], 0, messages],
  pages: [["out"], 0, pages],
  init: [["app-id", "exchange", "platform", "locale", "yes", "dry-run", "undo"], 0, init],
};

const options = {
  locale: { type: "string" },
  audience: { type: "string" },
  status: { type: "string" },
  format: { type: "string" },
  pack: { type: "string" },
  out: { type: "string" },
  "app-id": { type: "string" },
  exchange: { type: "string" },
  platform: { type: "string" },
  yes: { type: "boolean", short: "y" },
  "dry-run": { type: "boolean" },
  undo: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** Runs one command: 0 when all is well, 1 when there are findings, 2 when it was called wrongly. Never throws. */
export async function run(argv: readonly string[], io: CommandIo): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = parseArgs({ args: argv.map(shielded), options, allowPositionals: true });
    const { json, help: isAsked, version, ...flags } = values;
    const [name, ...inputs] = positionals.map(unshielded);
    if (version === true) return say(io, kitVersion);
    if (isAsked === true) return say(io, help(name));
    const report = await entryOf(name, flags, inputs)(inputs, flags, io);
    io.out(json === true ? JSON.stringify(report.json, null, 2) : report.text);
    return report.hasFindings ? 1 : 0;
  } catch (error) {
    const text = error instanceof Error ? error.message : "Something failed.";
    io.err(`[tencent-error-kit] ${text.replace(/^\[tencent-error-kit\] /, "")}`);
    io.err("Try: tencent-error-kit --help");
    return 2;
  }
}

function say(io: CommandIo, text: string): 0 {
  io.out(text);
  return 0;
}

function entryOf(name: string | undefined, flags: Flags, inputs: readonly string[]): Command {
  const entry = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined)
    throw new TypeError(name === undefined ? "Which command?" : `There is no command "${name}".`);
  const [taken, most, command] = entry;
  const strange = Object.keys(flags).find((flag) => !taken.some((each) => each === flag));
  if (strange !== undefined) throw new TypeError(`${String(name)} takes no --${strange}.`);
  if (inputs.length > most) throw new TypeError(`${String(name)} takes ${most === 0 ? "no" : "one"} file.`);
  return command;
}

/** A negative code looks like a flag to Node. */
function shielded(argument: string): string {
  return /^-\d+$/.test(argument) ? `\0${argument}` : argument;
}

function unshielded(argument: string): string {
  return argument.replace("\0", "");
}
