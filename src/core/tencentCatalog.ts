import { gatewayCodes } from "../catalog/gatewayCodes.js";
import { loginCodes } from "../catalog/loginCodes.js";
import { oauthCodes } from "../catalog/oauthCodes.js";
import { relationCodes } from "../catalog/relationCodes.js";
import type { Catalog } from "../model/CodeRow.js";
import { catalogOf } from "./catalogOf.js";
import { codeRow } from "./codeRow.js";

/** The 45 codes of the vendor's table. What the kit looks up when it is told nothing else. */
export const tencentCatalog: Catalog = /* @__PURE__ */ catalogOf(
  /* @__PURE__ */ [gatewayCodes, loginCodes, oauthCodes, relationCodes].flat().map(codeRow),
);
