import { isSecretName } from "./isSecretName.js";

/** `name=`, `a[name]=`, `"name":`, `["name",`, `<name>` as they stand in addresses, headers, JSON and XML, also escaped once more or percent-encoded. */
const named =
  /([\w-]{2,60})((?:(?:\[|%(?:25)*5b)[\w-]{0,60}(?:\]|%(?:25)*5d)){0,9})(?:\]|%(?:25)*5d)?(?:(?:(?:\\|%(?:25)*5c){0,8}(?:["']|u0022|&(?:quot|#34|#x22);|%(?:25)*22))?\s{0,9}(?:[=:]>?|%(?:25)*3[ad]|\\{1,8}u003[ad]|&#(?:61|x3d);)|>|\\{0,8}["']\s{0,9},(?=\s{0,9}(?:\\{0,8}["']|[\d-])))\s{0,9}((?:\\|%(?:25)*5c){0,8}(?:["']|u0022|&(?:quot|#34|#x22);|%(?:25)*22))?/gi;
/** What can end a quoted value, and what can keep it from ending there. */
const marks = /(\\|%(?:25)*5c)|["']|u0022|&(?:quot|#34|#x22);|%(?:25)*22/gi;
/** Up to a blank, the next field, or the end of the text around it. */
const bare =
  /(?:[^\s&;,\\"']|(?!(?:&(?:amp;)?|\\{1,8}u0026)[\w.-]{1,60}(?:=|\\{1,8}u003d)|[;,](?:\s|$|[\w.-]{1,60}[=:]|["'[{\\])|\\{0,20}(?:["']|&(?:quot|#34|#x22);)[\\"']{0,20}(?:[\s,:;}\])>]|$))(?:&#?\w{1,8};|\S))+/iy;
/** Headers whose value is the rest of the line. */
const wholeLine = /(?:[^\r\n\\"]|(?!\\{0,20}"(?:[}\]]|,\s?["{[\\]|\s*$))[^\r\n])+/y;

/** Text with the values of secret names masked. What follows another name is looked at again, for names of its own. */
export function maskPairs(text: string, mask: string): string {
  let masked = "";
  let done = 0;
  for (const { index, 0: head, 1: outer = "", 2: inner = "", 3: quote } of text.matchAll(named)) {
    const start = index + head.length;
    const name = [outer, ...inner.split(/\W/)].find((part) => isSecretName(part, "x"));
    if (index < done || text.startsWith(mask, start) || name === undefined) continue;
    const end = endOf(text, start, name, quote);
    if (end === start || !isSecretName(name, text.slice(start, end))) continue;
    masked += text.slice(done, start) + mask;
    done = end;
  }
  return masked + text.slice(done);
}

function endOf(text: string, start: number, name: string, quote: string | undefined): number {
  if (quote !== undefined) return endOfQuoted(text, start, quote);
  if (/[[{]/.test(text.charAt(start))) return endOfNested(text, start);
  const pattern = /cookie|authori[sz]ation/i.test(name) ? wholeLine : bare;
  pattern.lastIndex = start;
  return start + (pattern.exec(text)?.[0].length ?? 0);
}

/** A quote of the same kind that is escaped as often: one that belongs to the value is escaped once more. */
function endOfQuoted(text: string, start: number, quote: string): number {
  const opening = [...quote.matchAll(marks)];
  const kind = opening.pop()?.[0] ?? "";
  let escapes = 0;
  let end = 0;
  for (const { index, 0: mark, 1: escape } of text.slice(start).matchAll(marks)) {
    if (index !== end) escapes = 0;
    end = index + mark.length;
    if (escape !== undefined) escapes += 1;
    else if (mark === kind && escapes % (2 * opening.length + 2) === opening.length) return start + end - quote.length;
    else escapes = 0;
  }
  return text.length;
}

function endOfNested(text: string, start: number): number {
  let depth = 0;
  for (const { index, 0: bracket } of text.slice(start).matchAll(/[[{\]}]/g)) {
    depth += /[[{]/.test(bracket) ? 1 : -1;
    if (depth === 0) return start + index + 1;
  }
  return text.length;
}
