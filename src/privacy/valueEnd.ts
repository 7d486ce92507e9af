/** From its first letter to behind its last one. */
export type Span = readonly [start: number, end: number];

/** Up to a blank, the next field, or the end of the text around it. */
const bare =
  /(?:[^\s&;,\\"'`。、】」』”]|(?!&(?:amp;)?[\w\u3400-\u9fff.-]{1,60}=|[;,](?:\s|$|[\u3400-\u9fff]|[\w.-]{1,60}[=:]|["'[{\\])|\\{0,20}(?:["'`]|&(?:quot|#34|#x22);)[\\"'`]{0,20}(?:[\s,:;}\])>]|$)|[。、】」』”])(?:&#?\w{1,8};|\S))+/iy;
/** Names and places of people have blanks: up to the end of the clause. */
const clause = /(?:[^\r\n,;&"'`|<>{}\\。]|,(?!\s{0,9}["'[{]|\s{0,9}[\w\u3400-\u9fff.-]{1,60}\s?[=:]))+/y;
/** Headers whose value is the rest of the line. */
const wholeLine = /(?:[^\r\n\\"]|(?!\\{0,20}"(?:[}\]]|,\s?["{[\\]|\s*$))[^\r\n])+/y;
/** A text of several lines, as YAML writes it. */
const block = /[|>][+-]?\d?[ \t]*(?:\n[ \t]+[^\n]*)+/y;
/** Quotation marks of print, which can't be escaped. */
const printed = /“[^”\n]{0,300}”|「[^」\n]{0,300}」|『[^』\n]{0,300}』|【[^】\n]{0,300}】/y;

const lineNames = /cookie|authori[sz]ation/i;
/** Numbers that are written in groups. */
const grouped = /\+?\(?\d[\d ()-]{3,30}\d/y;
const groupedNames = /phone|mobile|tel|card|ssn|iban|卡|[电電][话話]|手[机機]|座[机機]|[账賬帳帐][号號户戶]/i;
const clauseNames = /name|nick|addr|姓名|名字|[联聯][系繫絡络]人|收[件货貨]人|[昵暱][称稱]|[地住]址/i;

/**
 * Finds where a value ends that begins somewhere in `text`. Asked from left to right it reads the text a fixed number of times,
 * however many values there are: what was found to end one value also ends those that begin inside.
 */
export function createValueEnd(text: string): (start: number, name: string, quote: string | undefined) => number {
  const known = new Map<unknown, number>();
  const once = (key: unknown, start: number, find: () => number): number => {
    const end = known.get(key) ?? -1;
    if (start < end) return end;
    const found = find();
    known.set(key, found);
    return found;
  };
  const run = (pattern: RegExp, start: number): number =>
    once(pattern, start, () => {
      pattern.lastIndex = start;
      return start + (pattern.exec(text)?.[0].length ?? 0);
    });
  return (start, name, quote) => {
    if (quote !== undefined) return once(quote, start, () => endOfQuoted(text, start, quote)) - 1;
    if (/[[{]/.test(text.charAt(start))) return once("nested", start, () => endOfNested(text, start));
    if (lineNames.test(name)) return run(wholeLine, start);
    const kinds = [bare, block, printed];
    if (clauseNames.test(name)) kinds.push(clause);
    if (groupedNames.test(name)) kinds.push(grouped);
    return Math.max(...kinds.map((kind) => run(kind, start)));
  };
}

/** Behind the first mark of this kind that is not escaped, else behind the text's end. */
function endOfQuoted(text: string, start: number, quote: string): number {
  const mark = new RegExp(`\\\\[^]|${quote}`, "g");
  mark.lastIndex = start;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text))
    if (found[0] === quote) return mark.lastIndex;
  return text.length + 1;
}

/** Behind the bracket that closes the first one; those in texts count for nothing. */
function endOfNested(text: string, start: number): number {
  const token = /\\[^]|"(?:[^"\\]|\\[^])*"|[[{\]}]/g;
  token.lastIndex = start;
  let depth = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (/[[{]/.test(found[0].charAt(0))) depth += 1;
    else if (/[\]}]/.test(found[0].charAt(0))) depth -= 1;
    if (depth === 0) return token.lastIndex;
  }
  return text.length;
}

/** Where no sign parts them, a value ends with its letters and digits. */
export function wordEnd(text: string, start: number): number {
  const close = "」』”】"["「『“【".indexOf(text.charAt(start))];
  if (close !== undefined) return start + (text.slice(start, start + 300).indexOf(close) + 1 || 300);
  let end = start;
  while (/[!-+\--~]/.test(text.charAt(end)) && end - start < 200) end += 1;
  return end;
}
