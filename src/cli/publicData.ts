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

/** An answer as it went over the wire, and where it is written down. */
export interface WireSample {
  readonly body: string;
  readonly contentType: string;
  readonly httpStatus: number;
  /** The number that the kit reads in it; null where it has none. */
  readonly code: number | null;
  readonly shape: string;
  readonly dialect: string;
  readonly isError: boolean;
  /** Seen in an app's log or an issue, quoted by a test or by the vendor's page, or made after those. */
  readonly evidence: "observed" | "third-party-fixture" | "official-doc" | "constructed";
  readonly source: string;
  readonly note?: string;
}

/** The corpus, one answer a line, as the entry `samples.json` gives it: with sources that a reader can follow. */
export function publicSamples(lines: string): readonly WireSample[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const { body, contentType, httpStatus, code, shape, dialect, isError, evidence, source, note } = JSON.parse(
        line,
      ) as WireSample;
      const told = source
        .replace(/gh-index:id=\d+ ?\(([^()]*)\)/g, "public source code: $1")
        .replace(/gh-index:id=\d+/g, "public source code");
      const sample = { body, contentType, httpStatus, code, shape, dialect, isError, evidence, source: told };
      return note === undefined ? sample : { ...sample, note };
    });
}
