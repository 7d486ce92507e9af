import type { Catalog, CodeRow } from "../model/CodeRow.js";
import { defineCatalog } from "./defineCatalog.js";

/**
 * A catalog with further rows; a row with a known code takes the other's place. The given catalog stays as it is.
 * @throws TypeError in development when a row has a field, category, remedy or number that the kit does not know.
 */
export function extendCatalog(catalog: Catalog, rows: readonly CodeRow[]): Catalog {
  return defineCatalog([...catalog.rows, ...rows]);
}
