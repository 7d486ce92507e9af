import { createHash } from "node:crypto";

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
