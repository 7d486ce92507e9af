import { readRecord, type FlowRecord } from "./flowRecord.js";
import { keep, shelf, take, type Shelf } from "./shelf.js";

/** The two storages of a page, where it has them. */
export interface Shelves {
  /** Of this tab alone. */
  readonly tab: Shelf | undefined;
  /** Of all of the browser's tabs. */
  readonly everyTab: Shelf | undefined;
}

/** Keeps the record for this tab, and for the others, where the provider's app may come back. False where this tab's is shut. */
export function keepRecord({ tab, everyTab }: Shelves, record: FlowRecord): boolean {
  const isKept = keep(tab, shelf.record, record);
  if (isKept) keep(everyTab, record.flow, record);
  return isKept;
}

/** Takes away the record of this tab's sign-in, for this tab and all others. */
export function forgetRecord({ tab, everyTab }: Shelves, href: string): void {
  const record = readRecord(take(tab, shelf.record), href);
  if (record !== undefined) take(everyTab, record.flow);
}
