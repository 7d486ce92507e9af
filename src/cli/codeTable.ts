import { createRow } from "../catalog/createCatalog.js";
import { reportedCodes } from "../catalog/reportedCodes.js";
import { tableCodes } from "../catalog/tableCodes.js";
import type { CodeRow } from "../model/Diagnosis.js";

/** One code as `codes.json` tells it. */
export interface CodeRecord extends CodeRow<number> {
  readonly family: string;
  /** Whether the vendor's own table has it. The others are reported by single pages and developers. */
  readonly inTable: boolean;
  readonly checks: readonly string[];
  /** The pages that vouch for its family. */
  readonly sources: readonly string[];
}

type Family = keyof typeof tableCodes | keyof typeof reportedCodes;

/** Every code that the kit knows, the vendor's table first, in the table's order. */
export function codeTable(): readonly CodeRecord[] {
  return Object.entries({ ...tableCodes, ...reportedCodes }).flatMap(([family, entries]) =>
    entries.map(createRow).map((row) => ({
      ...row,
      family,
      inTable: family in tableCodes,
      checks: row.checks ?? [],
      sources: codeSources[family as Family],
    })),
  );
}

/**
 * The public pages that vouch for each family of codes. Nothing that runs in an app reads them: they are for `codes.json`, the
 * command and the reference.
 */
export const codeSources: Readonly<Record<Family, readonly string[]>> = {
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
