/** One change to a file of the app: a text that stands there once, and what takes its place. */
export interface Edit {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** What an edit finder gives: the edits it wants, or what a person is asked to do because the code is not as expected. */
export interface Editing {
  readonly edits: readonly Edit[];
  readonly byHand: readonly string[];
}

/** Nothing to change. */
export const noEditing: Editing = { edits: [], byHand: [] };

/** Replaces a span of a file, told by enough of its surroundings to be found again when the rest of the file has changed. */
export function editAt(path: string, text: string, start: number, end: number, replacement: string): Edit {
  let [first, last] = [start, end];
  while (occurrences(text, text.slice(first, last)) > 1) {
    first = text.lastIndexOf("\n", first - 2) + 1;
    const lineEnd = text.indexOf("\n", last + 1);
    last = lineEnd === -1 ? text.length : lineEnd;
  }
  const from = text.slice(first, last);
  return { path, from, to: text.slice(first, start) + replacement + text.slice(end, last) };
}

/** The text with the edit in it; undefined where it is not as it was when the edit was made. */
export function applied(text: string, { from, to }: Pick<Edit, "from" | "to">): string | undefined {
  return occurrences(text, from) === 1 ? text.replace(from, () => to) : undefined;
}

/** The text without the edit. */
export function taken(text: string, { from, to }: Edit): string | undefined {
  return applied(text, { from: to, to: from });
}

/** The lines of a change that were not there before. */
export function addedLines(from: string, to: string): string {
  const old = new Set(from.split("\n"));
  const added = to.split("\n").filter((line) => !old.has(line));
  return added.map((line) => `             + ${line.trim()}`).join("\n");
}

function occurrences(text: string, part: string): number {
  return part === "" ? 0 : text.split(part).length - 1;
}
