import { attempt, isObject, read } from "../base/safely.js";
import type { Diagnosis, TencentFailure } from "../model/Diagnosis.js";
import { maskFailure } from "../privacy/maskFailure.js";

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
    const failure = maskFailure(diagnosis.failure);
    super(`${row?.reason ?? category}${failure.code === null ? "" : ` (${failure.code})`}`);
    this.diagnosis = { ...diagnosis, failure };
    this.#raw = options.cause;
  }

  /** What it came from, as it came: the body of the answer, or what was thrown. It may hold secrets, so log it nowhere. */
  raw(): unknown {
    return #raw in this ? this.#raw : undefined;
  }

  /**
   * What React leaves of an error that a server component threw, where Next.js hides its message: which failure it was, and no message of
   * a server's. `diagnose` reads it.
   */
  get digest(): string | undefined {
    // consoles ask the prototype too, which has no diagnosis
    return attempt(() => JSON.stringify(this.diagnosis.failure, digested));
  }

  /** What a log needs, and what carries the failure from a server to a browser. */
  toJSON(): TencentErrorJSON {
    const { failure, category, fingerprint } = this.diagnosis;
    return { name: this.name, message: this.message, diagnosis: { failure, category, fingerprint } };
  }
}

const digested = [
  "$tencent",
  "dialect",
  "code",
  "subcode",
  "catalog",
  "httpStatus",
  "retryAfterMs",
  "requestId",
  "confidence",
];

/** Wrappers of an error that are looked through. */
const maxCauses = 16;
/** Where apps and libraries keep what an error was made of: an interceptor that throws `error.response.data` throws the same. */
const within = ["cause", "response", "data"] as const;

/** An error and what it was made of, as far as it can be known again: what shows one of them shows the error. */
export function causesOf(error: unknown): ReadonlySet<unknown> {
  const causes = new Set([error]);
  for (const cause of causes) {
    const raw = attempt(() => (cause instanceof TencentError ? cause.raw() : undefined));
    for (const inner of [raw, ...within.map((name) => read(cause, name))])
      if (isObject(inner) && causes.size < maxCauses) causes.add(inner);
  }
  return causes;
}
