import { codeSources } from "../catalog/codeSources.js";
import { connectCodes } from "../catalog/connectCodes.js";
import { gatewayCodes } from "../catalog/gatewayCodes.js";
import { loginCodes } from "../catalog/loginCodes.js";
import { oauthCodes } from "../catalog/oauthCodes.js";
import { openapiCodes } from "../catalog/openapiCodes.js";
import { relationCodes } from "../catalog/relationCodes.js";
import { codeRow } from "../core/codeRow.js";
import type { CodeRow } from "../model/CodeRow.js";

/** One code as `codes.json` tells it. */
export interface CodeRecord extends CodeRow {
  readonly family: string;
  /** Whether the vendor's own table has it. The others are reported by single pages and developers. */
  readonly inTable: boolean;
  readonly checks: readonly string[];
  /** The pages that vouch for its family. */
  readonly sources: readonly string[];
}

const families = { gateway: gatewayCodes, login: loginCodes, oauth: oauthCodes, relation: relationCodes };
const reported = { connect: connectCodes, openapi: openapiCodes };

/** Every code that the kit knows, the vendor's table first, in the table's order. */
export function codeSheet(): readonly CodeRecord[] {
  return Object.entries({ ...families, ...reported }).flatMap(([family, entries]) =>
    entries.map(codeRow).map((row) => ({
      ...row,
      family,
      inTable: family in families,
      checks: row.checks ?? [],
      sources: codeSources[family] ?? [],
    })),
  );
}
