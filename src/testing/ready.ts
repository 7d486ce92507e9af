import { loadEachChunk } from "../base/chunk.js";

/**
 * Fetches what the kit fetches later than the page. Await it once, before the first test: from then on a full notice, a prompt
 * and a report are there at once.
 * @example
 * ```ts
 * import { ready } from "tencent-error-kit/testing";
 *
 * await ready();
 * ```
 */
export async function ready(): Promise<void> {
  await loadEachChunk();
}
