import { findDialect } from "../catalog/dialects.js";
import type { Catalog, CatalogOf } from "../model/Catalog.js";
import type { Diagnosis, TencentFailure } from "../model/Diagnosis.js";
import type { Reading } from "./Reading.js";
import { classify } from "./classify.js";

/** Whether a dialect uses the numbers of the vendor's table, as pages and addresses do. WeChat's are its own: its -23 is a wrong password. */
export function usesTableNumbers(dialect: string): boolean {
  const row = findDialect(dialect);
  return row ? row.numbers !== "other" : dialect === "redirect" || dialect === "pageText";
}

/** Looks a failure up in the catalog of its service. Packs decide among several; a catalog alone is asked about the vendor's dialects. */
export function judge(
  failure: TencentFailure,
  { found, trail }: Reading,
  catalogs: readonly Catalog[],
  catalogOf: CatalogOf | undefined,
): Diagnosis {
  for (const pack of catalogs)
    if (pack.judge) return pack.judge({ ...found, failure, url: trail.url }, catalogs, catalogOf);
  return classify(failure, usesTableNumbers(failure.dialect) ? catalogs[0] : undefined);
}
