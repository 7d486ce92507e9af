import { editAt, type Edit } from "./Edit.js";

/** A module of the app. */
export interface Module {
  readonly path: string;
  readonly text: string;
}

/** An import at the top, in the module's own quotes and with or without semicolons as it writes them. */
export function importEdit({ path, text }: Module, names: string, from: string): Edit {
  const first = /^import\b.*$/m.exec(text);
  const quote = quoteOf(text);
  const line = `import ${names} from ${quote}${from}${quote}${lineEndOf(text)}\n`;
  const at = first?.index ?? codeStart(text);
  const lineEnd = text.indexOf("\n", at);
  const whole = text.slice(at, lineEnd === -1 ? text.length : lineEnd);
  return editAt(path, text, at, at + whole.length, line + whole);
}

/** The quotes of the module's imports, else those of most of its texts. */
export function quoteOf(text: string): "'" | '"' {
  const count = (sign: RegExp): number => (importsOf(text).at(-1) ?? text).match(sign)?.length ?? 0;
  return count(/'[^'"\n]*'/g) > count(/"[^'"\n]*"/g) ? "'" : '"';
}

/** What the module's statements end with: its imports, else any line of it. */
export function lineEndOf(text: string): ";" | "" {
  const imported = importsOf(text).at(-1);
  const hasSign = /;[ \t]*$/m.test(imported ?? text);
  return hasSign || (imported === undefined && text.trim() === "") ? ";" : "";
}

/** The argument of the one `.render(…)`, put into an element. Undefined where there is none that is JSX. */
export function renderEdit({ path, text }: Module, element: string): Edit | undefined {
  const call = [...text.matchAll(/\.render\(\s*(?=<)/g)];
  const [found] = call;
  if (call.length !== 1 || found === undefined) return undefined;
  const start = found.index + found[0].length;
  const close = closingOf(text, found.index + ".render".length);
  if (close === undefined) return undefined;
  const given = text.slice(start, close).replace(/,?\s*$/, "");
  const isBlock = given.includes("\n");
  const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0] ?? "";
  const inside = isBlock ? `\n${indent}  ${given.replaceAll("\n", "\n  ")}\n${indent}` : given;
  return editAt(path, text, start, start + given.length, `<${element}>${inside}</${element}>`);
}

/** Each call of a constructor or a function, put into another call. */
export function callEdits({ path, text }: Module, call: RegExp, wrapper: string): readonly Edit[] {
  return [...text.matchAll(call)].flatMap((found) => {
    const open = found.index + found[0].length - 1;
    const close = closingOf(text, open);
    if (close === undefined) return [];
    const whole = text.slice(found.index, close + 1);
    return [editAt(path, text, found.index, close + 1, `${wrapper}(${whole})`)];
  });
}

/** The children of a layout, put into an element. */
export function childrenEdit(module: Module, element: string): Edit | undefined {
  return aroundEdit(module, /(?<=>\s*)\{children\}/g, element);
}

/** The page of Next's pages router, put into an element. */
export function pageEdit(module: Module, element: string): Edit | undefined {
  return aroundEdit(module, /<Component(?:\s[^<>]*)?\/>/g, element);
}

/** The one place that matches, put into an element. */
function aroundEdit({ path, text }: Module, place: RegExp, element: string): Edit | undefined {
  const all = [...text.matchAll(place)];
  const [found] = all;
  if (all.length !== 1 || found === undefined) return undefined;
  return editAt(path, text, found.index, found.index + found[0].length, `<${element}>${found[0]}</${element}>`);
}

/** Something new right behind the one place that matches. */
export function insertEdit({ path, text }: Module, behind: RegExp, inserted: string): Edit | undefined {
  const all = [...text.matchAll(new RegExp(behind, "gm"))];
  const [found] = all;
  if (all.length !== 1 || found === undefined) return undefined;
  return editAt(path, text, found.index, found.index + found[0].length, found[0] + inserted);
}

/** Where the bracket at `open` is closed again. Brackets in texts and comments don't count. */
function closingOf(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const sign = text[at] ?? "";
    const skipped = /^(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/.*|\/\*[\s\S]*?\*\/)/.exec(
      `"'\`/`.includes(sign) ? text.slice(at) : "",
    );
    if (skipped !== null) at += skipped[0].length - 1;
    else if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign) && --depth === 0) return at;
  }
  return undefined;
}

function importsOf(text: string): readonly string[] {
  return [...text.matchAll(/^(?:import\b|\} from ).*["'];?\s*$/gm)].map(([line]) => line);
}

/** Behind directives such as "use client", and a comment that heads the file: one right in front of code belongs to the code. */
function codeStart(text: string): number {
  const line = /(?:[ \t]*\n)*(?:(["']use \w+["'];?)|\/\/.*|\/\*[\s\S]*?\*\/)[ \t]*\n/y;
  let start = 0;
  for (let found = line.exec(text); found !== null; found = line.exec(text)) {
    const [blank = ""] = /^(?:[ \t]*\n)*/.exec(text.slice(line.lastIndex)) ?? [];
    if (found[1] !== undefined || blank !== "") start = line.lastIndex + blank.length;
  }
  return start;
}
