import type { Match } from "../model/Dialect.js";
import type { Reading } from "../model/Reading.js";
import { plainText } from "./plainText.js";
import { read, readString } from "./read.js";
import { strictCode } from "./strictCode.js";

/** What an answer says in its own dialect. `unclear`: neither a known failure nor a known success. */
export interface Spelling {
  readonly dialect: string;
  readonly code: number | null;
  readonly outcome: "failure" | "success" | "unclear";
  readonly message?: string | undefined;
  readonly subcode?: string | undefined;
}

/** Reads the number, the words and the outcome off a reading. A doubtful number is no number. */
export function spell(reading: Reading, isFailed = false): Spelling {
  const { kind, body, match } = reading;
  if (kind === "redirect" || kind === "form") return spellForm(reading, kind);
  if (kind === "timeout" || (kind === "aborted" && isFailed))
    return { dialect: "network", code: null, outcome: "failure", subcode: "timeout" };
  if (kind === "aborted") return { dialect: "cancelled", code: null, outcome: "failure", subcode: kind };
  if (kind !== "body" && kind !== "pageText") return { dialect: kind, code: null, outcome: "failure" };
  if (match === undefined) return { dialect: "unknown", code: null, outcome: "unclear" };
  const [name, , , messageKey, subcodeKey] = match.dialect;
  const code = strictCode(match.value);
  const message = valueOf(match, body, messageKey);
  // OAuth's standard errors are words, and any service may write some: without a number it is nobody's dialect
  const isWord = name === "oauth" && code === null;
  const text = typeof message === "string" ? message : undefined;
  return {
    dialect: isWord ? "unknown" : kind === "pageText" ? kind : name,
    code,
    outcome: isSuccess(match, code, body) ? "success" : "failure",
    message: text,
    subcode:
      wordOf(isWord ? match.value : valueOf(match, body, subcodeKey)) ?? (name === "openapi" ? hexOf(text) : undefined),
  };
}

/** A field of the body, which may have been read already. */
function valueOf({ dialect, value, beside, seen }: Match, body: unknown, key: string): unknown {
  if (key === "" || key === dialect[1]) return key === "" ? undefined : value;
  if (key === dialect[2]) return beside;
  return seen !== undefined && key in seen ? seen[key] : read(body, key);
}

/** Zero, a blank and `error: false` mean that nothing failed, and so does `ret: true`. */
function isSuccess({ dialect, value }: Match, code: number | null, body: unknown): boolean {
  if (code === 0 || value === null || value === "" || value === (dialect[0] !== "oauth")) return true;
  return dialect[0] === "umi" && read(body, "success") === true;
}

/** Query or form: an `error`, a cancel, or a numeric `code` that comes with a `msg`. A `code` alone is an authorization code. */
function spellForm({ body, match }: Reading, kind: "redirect" | "form"): Spelling {
  const cancel = readString(body, "usercancel");
  if (cancel !== undefined && cancel !== "0")
    return { dialect: "redirect", code: null, outcome: "failure", subcode: "usercancel" };
  const error = readString(body, "error");
  const [name, codeKey, , messageKey] =
    error === undefined && match !== undefined ? match.dialect : ["oauth", "error", "", "error_description"];
  const message = readString(body, messageKey) || readString(body, "msg") || undefined;
  const value = readString(body, codeKey) ?? (message === undefined ? undefined : readString(body, "code"));
  const code = strictCode(value);
  const dialect = kind === "redirect" ? kind : name;
  if (code === null && !error) return { dialect, code, outcome: "success" };
  return {
    dialect,
    code,
    outcome: code === 0 ? "success" : "failure",
    message,
    subcode: code === null ? wordOf(error) : hexOf(message),
  };
}

function wordOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? plainText(String(value), 80) : undefined;
}

/** The numbers of the back end that some messages carry: `0x71f 0x5b`. */
function hexOf(message: string | undefined): string | undefined {
  if (message?.includes("0x") !== true) return undefined;
  return /0x[\da-f]+(?:\s+0x[\da-f]+)*/i.exec(message.slice(0, 300))?.[0].replace(/\s+/g, " ");
}
