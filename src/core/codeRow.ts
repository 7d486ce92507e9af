import type { CodeEntry, CodeRow, Remedy } from "../model/CodeRow.js";

/** The row that a line of the catalog stands for: remedies without a `+` are the vendor's own. */
export function codeRow([code, reason, category, fixer, retry, advice, checks]: CodeEntry): CodeRow {
  const documented = Object.freeze(advice.filter((remedy): remedy is Remedy => !remedy.startsWith("+")));
  const remedies = Object.freeze(advice.map((remedy) => remedy.replace("+", "") as Remedy));
  return Object.freeze({ code, reason, category, fixer, retry, documented, remedies, checks });
}
