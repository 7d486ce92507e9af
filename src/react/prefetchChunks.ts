import { loadChunks } from "../base/chunk.js";
import type { TencentErrorClientOptions } from "../client/ClientOptions.js";

/** How long a browser without `requestIdleCallback` is left alone. */
const restMs = 2000;

/**
 * Fetches the code of a first failure before there is one: at once, or when the page has loaded, is seen and has nothing else to
 * do, unless its person saves data or the network is slow. Returns what ends the waiting.
 */
export function prefetchChunks(when: TencentErrorClientOptions["prefetch"]): () => void {
  const over = new AbortController();
  const once = { once: true, signal: over.signal };

  function wait(): void {
    if (document.readyState !== "complete") addEventListener("load", wait, once);
    else if (document.visibilityState === "hidden") document.addEventListener("visibilitychange", wait, once);
    else if (typeof requestIdleCallback === "function") requestIdleCallback(fetchNow);
    else setTimeout(fetchNow, restMs);
  }

  function fetchNow(): void {
    // what can't be had is tried again at the first failure
    if (!over.signal.aborted) loadChunks().catch(() => undefined);
  }

  if (when === "eager") fetchNow();
  else if (when !== "failure" && !isCostly()) wait();
  return () => over.abort();
}

/** Chromium alone tells. */
function isCostly(): boolean {
  const { connection } = navigator as {
    readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
  };
  return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? "");
}
