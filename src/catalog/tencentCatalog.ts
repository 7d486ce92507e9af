import type { Catalog } from "../model/Catalog.js";
import { createCatalog, createRow } from "./createCatalog.js";
import { tableCodes } from "./tableCodes.js";

/** The codes of the vendor's table. What the kit looks up when it is told nothing else. */
export const tencentCatalog: Catalog<number> = /* @__PURE__ */ createCatalog(
  /* @__PURE__ */ Object.values(tableCodes).flat().map(createRow),
);
