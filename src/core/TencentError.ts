import type { Diagnosis, TencentFailure } from "../model/Diagnosis.js";
import { safeFailure } from "./safeFailure.js";

/** What crosses a border as JSON: enough for `diagnose` to know the failure again, and short in a log. */
export interface TencentErrorJSON {
  readonly name: string;
  readonly message: string;
  readonly diagnosis: Pick<Diagnosis, "category" | "fingerprint"> & { readonly failure: TencentFailure };
}

/** A failure as an error to throw. Carries its diagnosis, free of secrets; the raw answer is given by `raw()` alone. */
export class TencentError extends Error {
  override readonly name = "TencentError";
  readonly diagnosis: Diagnosis;
  // no field, and no `cause`: consoles, trackers and copies of an error follow both
  readonly #raw: unknown;

  constructor(diagnosis: Diagnosis, options: { readonly cause?: unknown } = {}) {
    const { row, category } = diagnosis;
    const failure = safeFailure(diagnosis.failure);
    super(`${row?.reason ?? category}${failure.code === null ? "" : ` (${failure.code})`}`);
    this.diagnosis = { ...diagnosis, failure };
    this.#raw = options.cause;
  }

  /** What it came from, as it came: the body of the answer, or what was thrown. It may hold secrets, so log it nowhere. */
  raw(): unknown {
    return #raw in this ? this.#raw : undefined;
  }

  /** What a log needs, and what carries the failure from a server to a browser. */
  toJSON(): TencentErrorJSON {
    const { failure, category, fingerprint } = this.diagnosis;
    return { name: this.name, message: this.message, diagnosis: { failure, category, fingerprint } };
  }
}
