import { isSecretName } from "./isSecretName.js";

/** `name=`, `"name":`, `["name",` as they stand in addresses, headers and JSON, also escaped once more or percent-encoded. */
const named =
  /([\w-]{2,60})(?:(?:\\{0,8}["']|&(?:quot|#34|#x22);|%(?:25)*22)?\s{0,9}(?:[=:]|%(?:25)*3[ad])|\\{0,8}["']\s{0,9},(?=\s{0,9}\\{0,8}["']))\s{0,9}(\\{0,8}["']|&(?:quot|#34|#x22);|%(?:25)*22)?/gi;
const quoted = { plain: { '"': /(?:\\.|[^"\\])*/y, "'": /(?:\\.|[^'\\])*/y }, escaped: /[^"'\\]*(?:\\+[^"'\\]+)*/y };
const bare = /\[[^\]]*\]?|\{[^}]*\}?|(?:&(?:amp|lt|gt|quot|#\w{1,5});|[^\s"'&;,<>{}()\\])+/y;
/** Headers whose value is the rest of the line. */
const wholeLine = /[^\r\n"]*/y;

/** Text with the values of secret names masked. What follows another name is looked at again, for names of its own. */
export function maskPairs(text: string, mask: string): string {
  let masked = "";
  let done = 0;
  for (const { index, 0: head, 1: name = "", 2: quote = "" } of text.matchAll(named)) {
    const start = index + head.length;
    if (index < done || text.startsWith(mask, start)) continue;
    const pattern = patternFor(name, quote);
    pattern.lastIndex = start;
    const value = pattern.exec(text)?.[0] ?? "";
    if (value === "" || !isSecretName(name, value)) continue;
    masked += text.slice(done, start) + mask;
    done = start + value.length;
  }
  return masked + text.slice(done);
}

function patternFor(name: string, quote: string): RegExp {
  if (quote === '"' || quote === "'") return quoted.plain[quote];
  if (quote.startsWith("\\")) return quoted.escaped;
  return /cookie|authori[sz]ation/i.test(name) ? wholeLine : bare;
}
