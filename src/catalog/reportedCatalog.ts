import type { Catalog } from "../model/Catalog.js";
import { createCatalog, createRow } from "./createCatalog.js";
import { reportedCodes } from "./reportedCodes.js";
import { tencentCatalog } from "./tencentCatalog.js";
import type { CodeRow } from "../model/Diagnosis.js";

/**
 * The codes of the vendor's table and those beyond it that other pages and developers report. Their `documented` is empty: the vendor's
 * table does not vouch for them.
 * @example
 * ```ts
 * import { createTencentErrorClient, reportedCatalog } from "tencent-error-kit/core";
 *
 * export const client = createTencentErrorClient({ catalog: reportedCatalog });
 * ```
 */
export const reportedCatalog: Catalog<number> = /* @__PURE__ */ createCatalog(/* @__PURE__ */ allRows());

/** In a call of its own: esbuild keeps a list that is spread in place, used or not. */
function allRows(): readonly CodeRow<number>[] {
  return [...Object.values(reportedCodes).flat().map(createRow), ...tencentCatalog.rows];
}
