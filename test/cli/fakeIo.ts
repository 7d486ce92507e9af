import type { CommandIo } from "../../src/cli/CommandIo.js";
import { run } from "../../src/cli/run.js";

/** What a command said and how it ended. */
export interface Ending {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What it has written. */
  readonly written: Readonly<Record<string, string>>;
}

/** Runs the command with files that are given instead of read. */
export async function runWith(
  argv: readonly string[],
  files: Readonly<Record<string, unknown>> = {},
  piped?: string,
): Promise<Ending> {
  const out: string[] = [];
  const err: string[] = [];
  const written: Record<string, string> = {};
  const find = async (path: string): Promise<unknown> => {
    if (!(path in files)) throw new Error(`no such file: ${path}`);
    return files[path];
  };
  const io: CommandIo = {
    read: async (path) => String(await find(path)),
    load: find,
    list: async () => Object.keys(files),
    ignored: async () => [],
    async write(path, text) {
      written[path] = text;
    },
    remove: async (path) => void Reflect.deleteProperty(written, path),
    confirm: async () => true,
    stdin: async () => piped,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  };
  return { code: await run(argv, io), out: out.join("\n"), err: err.join("\n"), written };
}
