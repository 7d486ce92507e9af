import { createHash } from "node:crypto";
import type { CommandIo, Report } from "./CommandIo.js";
import { codeTable } from "./publicData.js";

/** Says which codes of a table are new, changed or gone against the digests of the rows that the catalog was made from. */
export async function diff(
  path: string | undefined,
  known: Readonly<Record<string, string>>,
  io: Pick<CommandIo, "read">,
): Promise<Report> {
  if (path === undefined) throw new TypeError("diff needs the vendor's table, as Markdown.");
  const table = tableDigests(await io.read(path));
  if (Object.keys(table).length === 0) throw new TypeError(`${path} has no row that begins with a code.`);
  const found = {
    new: Object.keys(table).filter((code) => !Object.hasOwn(known, code)),
    changed: Object.keys(table).filter((code) => Object.hasOwn(known, code) && known[code] !== table[code]),
    gone: Object.keys(known).filter((code) => !Object.hasOwn(table, code)),
  };
  const lines = Object.entries(found).flatMap(([what, codes]) =>
    codes.map((code) => `${what.padEnd(8)} ${named(code)}`),
  );
  const verdict = lines.length === 1 ? "1 difference" : `${lines.length} differences`;
  return {
    text: [...lines, `${Object.keys(table).length} rows, ${verdict}`].join("\n"),
    json: Object.fromEntries(Object.entries(found).map(([what, codes]) => [what, codes.map(Number)])),
    hasFindings: lines.length > 0,
  };
}

function named(code: string): string {
  const reason = codeTable().find((row) => row.code === Number(code))?.reason;
  return reason === undefined ? `${code} (the kit does not know it)` : `${code} ${reason}`;
}

/** A digest for each row of a table of codes in Markdown. Blanks don't count, so that a reformatted table is the same one. */
export function tableDigests(markdown: string): Readonly<Record<string, string>> {
  const rows = markdown.split(/\r?\n/).flatMap((line) => {
    const [, code, rest] = /^\s*\|\s*(-?\d+)\s*\|(.*)$/.exec(line) ?? [];
    return code === undefined || rest === undefined ? [] : [[code, digestOf(rest)] as const];
  });
  return Object.fromEntries(rows);
}

function digestOf(cells: string): string {
  const text = cells.normalize("NFC").replace(/\s+/g, "").replace(/\|$/, "");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
