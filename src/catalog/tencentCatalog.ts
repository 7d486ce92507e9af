import type { Catalog } from "../model/CodeRow.js";
import { catalogOf, codeRow } from "./createCatalog.js";
import { gatewayCodes } from "./gatewayCodes.js";
import { loginCodes } from "./loginCodes.js";
import { oauthCodes } from "./oauthCodes.js";
import { relationCodes } from "./relationCodes.js";

/** The 45 codes of the vendor's table. What the kit looks up when it is told nothing else. */
export const tencentCatalog: Catalog = /* @__PURE__ */ catalogOf(
  /* @__PURE__ */ [gatewayCodes, loginCodes, oauthCodes, relationCodes].flat().map(codeRow),
);
