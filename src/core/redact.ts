import { plainText } from "./plainText.js";
import { read } from "./read.js";

/** Names whose values are secrets or personal, however they are spelled around the word. */
const secretNames =
  /token|secret|open_?key|app_?key|api_?key|private_?key|passw|pwd|pin$|otp|authori[sz]ation$|cookie|sess|^sid$|jwt|bearer|credential|[cx]srf|ticket|assertion|verifier|^state$|nonce|sig(?:nature)?$|s_?key|pt_?key|keyst|g_?tk|bkn|pf_?key|v_?key|uin|open_?id|union_?id|phone|mobile|mail|ip$|id_?card|nick|address/i;
const codeName = /^(?:auth_?)?code$/i;
/** Values that are secrets or personal whatever they are called. */
const secretValues =
  /\b(?:Bearer|Basic)\s+[\w.~+/=-]+|eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|\bAKID\w+|\b[\da-f]{32,}\b|[\w.+-]+@[\w-]+\.[\w.]+|\b1[3-9]\d{9}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?=[\w+/-]*\d)(?=[\w+/-]*[A-Za-z])[\w+/-]{24,}={0,2}/gi;
/** `name=value`, `"name":"value"`, `name: value`, as they stand in addresses, JSON and headers. */
const pairs = /(["']?)([\w-]{2,40})\1(\s*[=:]\s*)("[^"]*"?|'[^']*'?|[^\s"'&;,<>{}()]+)/g;

const mask = "[redacted]";
const textLimit = 8192;
const maxNodes = 500;
const maxDepth = 8;

/** Anything as text without secrets: by name and by look, at most 8 KiB. Never throws; a second pass changes nothing. */
export function redact(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(copyOf(value, 0, { left: maxNodes })) ?? String(value));
  return redactText(text.slice(0, textLimit));
}

function redactText(text: string): string {
  return plainText(text, textLimit)
    .replace(pairs, (pair, quote: string, name: string, sign: string, content: string) =>
      isSecret(name, content.replace(/^["']|["']$/g, "")) ? `${quote}${name}${quote}${sign}${/^["']/.test(content) ? `"${mask}"` : mask}` : pair,
    )
    .replace(secretValues, mask);
}

function isSecret(name: string, value: string): boolean {
  return value !== mask && (codeName.test(name) ? !/^-?\d{1,7}$/.test(value) : secretNames.test(name));
}

/** A plain copy of bounded depth and size. Getters that throw read as nothing. */
function copyOf(value: unknown, depth: number, budget: { left: number }): unknown {
  if (typeof value === "string") return value.slice(0, textLimit);
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  if (typeof value !== "object") return typeof value === "undefined" ? undefined : String(value);
  if (depth >= maxDepth || budget.left-- <= 0) return "…";
  const copy: Record<string, unknown> = {};
  for (const key of keysOf(value)) {
    const inner = read(value, key);
    copy[key] = isSecret(key, String(typeof inner === "object" ? "" : (inner as string))) ? mask : copyOf(inner, depth + 1, budget);
  }
  return copy;
}

function keysOf(value: object): string[] {
  try {
    return Object.keys(value).slice(0, maxNodes);
  } catch {
    return [];
  }
}
