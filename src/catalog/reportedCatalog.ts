import type { Catalog } from "../model/CodeRow.js";
import { connectCodes } from "./connectCodes.js";
import { catalogOf, codeRow } from "./createCatalog.js";
import { openapiCodes } from "./openapiCodes.js";
import { tencentCatalog } from "./tencentCatalog.js";

/**
 * The table's 45 codes and those beyond it that other pages and developers report. Their `documented` is empty: the vendor's
 * table does not vouch for them.
 * @example
 * ```ts
 * import { createTencentErrorClient, reportedCatalog } from "tencent-error-kit/core";
 *
 * export const client = createTencentErrorClient({ catalog: reportedCatalog });
 * ```
 */
export const reportedCatalog: Catalog = /* @__PURE__ */ catalogOf([
  .../* @__PURE__ */ [connectCodes, openapiCodes].flat().map(codeRow),
  ...tencentCatalog.rows,
]);
