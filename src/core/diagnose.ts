import type { Catalog } from "../model/CodeRow.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import { look } from "./examine.js";
import { ownOptions } from "./ownOptions.js";

/** What `diagnose` and `isFailure` may be told. */
export interface DiagnoseOptions {
  /** The dialect that the answer is in, where the app knows it. One that the kit does not know gets no row. */
  readonly dialect?: string | undefined;
  /** Looked up instead of `tencentCatalog`. */
  readonly catalog?: Catalog | undefined;
  /** What ran has ended as failed, as its data layer says: an abort in it is a time-out, not a person's cancel. */
  readonly isFailed?: boolean | undefined;
}

const none: DiagnoseOptions = { dialect: undefined, catalog: undefined, isFailed: undefined };

/**
 * What went wrong and what can be done about it, from anything that a call can end in: a body as object or text, a page's
 * address, an error of fetch, axios, ky or ofetch, or nothing sensible at all. Total: never throws and never changes its input.
 * @example
 * ```ts
 * import { diagnose } from "tencent-error-kit/core";
 *
 * const { category, remedies } = diagnose('callback( {"error":100016} );');
 * console.log(category, remedies); // "reauth", ["reauthorize"]
 * ```
 */
export function diagnose(raw: unknown, options?: DiagnoseOptions): Diagnosis {
  const { dialect, catalog, isFailed } = options === undefined ? none : ownOptions(options);
  return look(raw, { dialect, catalog, isFailed, response: undefined, isPage: undefined, isTencent: undefined })
    .diagnosis;
}
