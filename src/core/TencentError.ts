import type { Diagnosis } from "../model/Diagnosis.js";
import { safeFailure } from "./safeFailure.js";

/** A failure as an error to throw. Carries its diagnosis, free of secrets; what it came from is kept out of logs and JSON. */
export class TencentError extends Error {
  override readonly name = "TencentError";
  readonly diagnosis: Diagnosis;

  constructor(diagnosis: Diagnosis, options: { readonly cause?: unknown } = {}) {
    const { row, category } = diagnosis;
    const failure = safeFailure(diagnosis.failure);
    super(`${row?.reason ?? category}${failure.code === null ? "" : ` (${failure.code})`}`);
    this.diagnosis = { ...diagnosis, failure };
    // the raw answer may hold secrets: in reach for the app, but consoles print a plain `cause` even when it is not enumerable
    Object.defineProperty(this, "cause", { get: () => options.cause, enumerable: false, configurable: true });
  }

  /** The diagnosis as plain data, for logs and for the border between server and browser. */
  toJSON(): { readonly name: string; readonly message: string; readonly diagnosis: Diagnosis } {
    return { name: this.name, message: this.message, diagnosis: this.diagnosis };
  }
}
