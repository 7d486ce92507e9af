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
  const isShared = keep(everyTab, record.flow, record);
  if (keep(tab, shelf.record, isShared ? { ...record, isShared } : record)) return true;
  take(everyTab, record.flow);
  return false;
}

/** Takes away the record of this tab's sign-in, for this tab and all others. */
export function forgetRecord({ tab, everyTab }: Shelves, href: string): void {
  const record = readRecord(take(tab, shelf.record), href);
  if (record !== undefined) take(everyTab, record.flow);
}
