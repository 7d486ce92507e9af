import { attempt } from "./attempt.js";
import { isFresh, readRecord } from "./flowRecord.js";
import type { Shelves } from "./keepRecord.js";
import { look, shelf, take } from "./shelf.js";

/** From the return page to the one that was left: longer no code lies in storage unused. */
export const answerLifeMs = 60_000;

/**
 * Takes away what sign-ins have left behind: an answer after a minute, all else after ten. Every flow does it when it is made, so
 * that no code stays where the page that was left never takes it.
 */
export function sweep(shelves: Shelves, href: string): void {
  const { tab, everyTab } = shelves;
  const answer = look(tab, shelf.answer);
  if (isFresh(answer, answerLifeMs)) setTimeout(sweep, answerLifeMs + 1, shelves, href);
  else take(tab, shelf.answer);
  for (const key of [shelf.record, shelf.work]) if (!isFresh(look(tab, key))) take(tab, key);
  for (const key of attempt(() => Object.keys(everyTab ?? {})) ?? []) {
    const record = key.startsWith("te-") ? readRecord(look(everyTab, key), href) : undefined;
    // an app's own key may begin as ours do
    if (record?.flow === key && !isFresh(record)) take(everyTab, key);
  }
}
