import { createHash } from "node:crypto";
import { attempt, read } from "../../base/safely.js";
import type { CommandIo } from "../CommandIo.js";
import type { Edit } from "./Edit.js";

/** What `init` has written, so that it can be taken back. */
export interface InitRecord {
  /** Files that it made, each with the digest of what it wrote. */
  readonly created: Readonly<Record<string, string>>;
  /** Changes that it made to the app's own files, in their order. */
  readonly edits: readonly Edit[];
}

/** Where the record lies. */
export const recordPath = ".tencent-error-kit.json";

/** The record of earlier runs; an empty one where there was none. @throws TypeError where it can't be read. */
export async function readRecord(io: CommandIo): Promise<InitRecord | undefined> {
  const text = await io.read(recordPath).catch(() => undefined);
  if (text === undefined) return undefined;
  const record = attempt(() => JSON.parse(text) as unknown);
  if (!isRecord(record)) throw new TypeError(`${recordPath} can't be read: it is not what init has written.`);
  return record;
}

/** Keeps the record for `--undo`. */
export async function writeRecord(io: CommandIo, record: InitRecord): Promise<void> {
  await io.write(recordPath, `${JSON.stringify(record, null, 2)}\n`);
}

/** A short digest of a file's text. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

function isRecord(value: unknown): value is InitRecord {
  const [created, edits] = [read(value, "created"), read(value, "edits")];
  const isTold = typeof created === "object" && created !== null && Array.isArray(edits);
  return (
    isTold &&
    edits.every((edit: unknown) => ["path", "from", "to"].every((name) => typeof read(edit, name) === "string"))
  );
}
