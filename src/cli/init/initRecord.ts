import { createHash } from "node:crypto";
import { attempt, read } from "../../base/safely.js";
import type { CommandIo, Flags, Report } from "../CommandIo.js";
import { type Edit, addedLines, taken } from "./Edit.js";

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

/**
 * Takes back what earlier runs have written, file by file: one that was changed since keeps all of it, and what it imports stays
 * until it does no more. @throws TypeError where nothing was written.
 */
export async function undo(flags: Flags, disk: CommandIo): Promise<Report> {
  const io = flags["dry-run"] === true ? readingOnly(disk) : disk;
  const record = await readRecord(io);
  if (record === undefined) throw new TypeError(`There is no ${recordPath} here: init has written nothing.`);
  const kept: Edit[] = [];
  let isUsed = false;
  for (const path of new Set(record.edits.map((edit) => edit.path))) {
    const edits = record.edits.filter((edit) => edit.path === path);
    const text = await io.read(path).catch(() => "");
    const before = withoutAll(text, edits);
    const imported = edits.flatMap(importedBy);
    const isImporting = imported.some((name) => text.includes(name));
    if (before !== undefined) await io.write(path, before);
    // none of its imports is left: they were taken out by hand
    else if (isImporting || imported.length === 0) kept.push(...edits);
    isUsed ||= before === undefined && isImporting;
  }
  const changed = isUsed ? [] : await removeCreated(record.created, io);
  if (isUsed) await writeRecord(io, { ...record, edits: kept });
  else await io.remove(recordPath);

  const left = [...kept.map(({ path, from, to }) => `${path}: ${addedLines(from, to).trim()}`), ...changed];
  const [all, some] =
    flags["dry-run"] === true
      ? ["Everything would be as it was before.", "All but this would be as it was before:"]
      : ["Everything is as it was before.", "All but this is as it was before:"];
  const verdict = left.length === 0 ? all : some;
  const next = "The files that it imports are still there. Take this out by hand, then call init --undo again.";
  return {
    text: [verdict, ...left.map((line) => `  ${line}`), ...(isUsed ? [next] : [])].join("\n"),
    json: { left },
    hasFindings: left.length > 0,
  };
}

/** What is written to it is seen by it alone. */
function readingOnly(io: CommandIo): CommandIo {
  const texts = new Map<string, string>();
  return {
    ...io,
    read: async (path) => texts.get(path) ?? (await io.read(path)),
    write: async (path, text) => void texts.set(path, text),
    remove: async () => undefined,
  };
}

/** A file without any of its changes; undefined where one of them is not as it was made. */
function withoutAll(text: string, edits: readonly Edit[]): string | undefined {
  return edits.reduceRight<string | undefined>((left, edit) => (left === undefined ? left : taken(left, edit)), text);
}

/** The new files that a change imports. */
function importedBy({ from, to }: Edit): readonly string[] {
  return [...to.matchAll(/["']\.[^"'\n]*\/tencent[^"'\n]*["']/g)]
    .map(([name]) => name)
    .filter((name) => !from.includes(name));
}

/** Removes what was written and is as it was. What was changed since is told. */
async function removeCreated(created: Readonly<Record<string, string>>, io: CommandIo): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const [path, written] of Object.entries(created)) {
    const text = await io.read(path).catch(() => undefined);
    if (text !== undefined && digest(text) !== written) changed.push(`${path}: it was changed since`);
    else if (text !== undefined) await io.remove(path);
  }
  return changed;
}
