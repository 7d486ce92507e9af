import { isUnchanged, layersOf, placeOf } from "./layersOf.js";
import { lookSpans } from "./lookSpans.js";
import { namedSpans } from "./namedSpans.js";

/** What hides a secret. */
export const mask = "[redacted]";

/**
 * Signs without which a text holds nothing that is looked for: most messages have none, and this finds out faster.
 * Assignments, quotes, encodings, several digits, long runs, and what only folds to one of these.
 */
const doubtful =
  /[=:<>@%\\&"'`+是为為码碼令牌照号號卡\u00a0-\u00bf\u2000-\u2fff\ufe50-\uffff\ud835]|\d{4}|\d\.\d|--\w|\s(?:is|was)\s|[「『“]|(?<![\w/-])[\w/-]{24}|\bb(?:earer|asic)\s|eyJ|AKID/i;

/** Text with its secrets masked: what secret names are given, and what is secret by its look, in every encoding. Linear. */
export function maskSecrets(text: string, isId = false): string {
  if (!doubtful.test(text)) return text;
  const spans = layersOf(text).flatMap((layer) => {
    const isRead = (start: number, end: number): boolean => isUnchanged(layer, start, end);
    const found = [...namedSpans(layer.text, mask, isRead), ...lookSpans(layer.text, isId)];
    return found.map(([start, end]) => placeOf(layer, start, end));
  });
  spans.sort(([a], [b]) => a - b);
  let masked = "";
  let done = 0;
  for (const [start, end] of spans) {
    if (start > done || done === 0) masked += text.slice(done, start) + mask;
    done = Math.max(done, end);
  }
  return masked + text.slice(done);
}
