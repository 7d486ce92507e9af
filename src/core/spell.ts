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
export function spell(reading: Reading): Spelling {
  const { kind, body, dialect } = reading;
  if (kind === "redirect" || kind === "form") return spellForm(reading, kind);
  if (kind !== "body" && kind !== "pageText") return { dialect: kind, code: null, outcome: "failure" };
  if (dialect === undefined) return { dialect: "unknown", code: null, outcome: isData(body) ? "success" : "unclear" };
  const [name, codeKey, , messageKey, subcodeKey] = dialect;
  const value = read(body, codeKey);
  const code = strictCode(value);
  const message = readString(body, messageKey);
  // OAuth's standard errors are words, and any service may write some: without a number it is nobody's dialect
  const isWord = name === "oauth" && code === null;
  return {
    dialect: isWord ? "unknown" : kind === "pageText" ? kind : name,
    code,
    outcome: outcomeOf(value, code, name, body),
    message,
    subcode: wordOf(isWord ? value : read(body, subcodeKey)) ?? hexOf(message),
  };
}

/** A plain body without a word about failing. */
function isData(body: unknown): boolean {
  return typeof body === "object" && body !== null;
}

function outcomeOf(value: unknown, code: number | null, dialect: string, body: unknown): Spelling["outcome"] {
  if (code === 0 || value === null || value === "") return "success";
  if (value === false && dialect === "oauth") return "success";
  return dialect === "umi" && read(body, "success") === true ? "success" : "failure";
}

/** Query or form: an `error`, a cancel, or a numeric `code` that comes with a `msg`. A `code` alone is an authorization code. */
function spellForm({ body, dialect }: Reading, kind: "redirect" | "form"): Spelling {
  const error = readString(body, "error");
  const cancel = readString(body, "usercancel");
  const message = readString(body, "error_description") ?? readString(body, "msg") ?? readString(body, dialect?.[3] ?? "");
  if (cancel !== undefined && cancel !== "0") return { dialect: "redirect", code: null, outcome: "failure", subcode: "usercancel" };
  const value = error ?? readString(body, dialect?.[1] ?? "") ?? (message === undefined ? undefined : readString(body, "code"));
  const code = strictCode(value);
  const name = kind === "redirect" ? kind : (dialect?.[0] ?? "oauth");
  if (code === null && error === undefined) return { dialect: name, code, outcome: "success" };
  return { dialect: name, code, outcome: code === 0 ? "success" : "failure", message, subcode: code === null ? wordOf(error) : hexOf(message) };
}

function wordOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? plainText(String(value), 80) : undefined;
}

/** The numbers of the back end that some messages carry: `0x71f 0x5b`. */
function hexOf(message: string | undefined): string | undefined {
  if (message === undefined || !message.includes("0x")) return undefined;
  return /0x[\da-f]+(?:\s+0x[\da-f]+)*/i.exec(message.slice(0, 300))?.[0].replace(/\s+/g, " ");
}
