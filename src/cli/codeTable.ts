import { connectCodes } from "../catalog/connectCodes.js";
import { codeRow } from "../catalog/createCatalog.js";
import { gatewayCodes } from "../catalog/gatewayCodes.js";
import { loginCodes } from "../catalog/loginCodes.js";
import { oauthCodes } from "../catalog/oauthCodes.js";
import { openapiCodes } from "../catalog/openapiCodes.js";
import { relationCodes } from "../catalog/relationCodes.js";
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
export function codeTable(): readonly CodeRecord[] {
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

/**
 * The public pages that vouch for each family of codes. Nothing that runs in an app reads them: they are for `codes.json`, the
 * command and the reference.
 */
export const codeSources: Readonly<Record<string, readonly string[]>> = {
  gateway: ["https://wiki.connect.qq.com/公共返回码说明"],
  login: ["https://wiki.connect.qq.com/公共返回码说明"],
  oauth: ["https://wiki.connect.qq.com/公共返回码说明", "https://blog.csdn.net/load_life/article/details/7239848"],
  relation: ["https://wiki.connect.qq.com/公共返回码说明"],
  connect: [
    "https://wiki.connect.qq.com/公共返回码说明",
    "https://blog.csdn.net/u011961280/article/details/77833302",
    "https://blog.csdn.net/load_life/article/details/7239848",
  ],
  openapi: ["https://wiki.connect.qq.com/get_user_info"],
};
