import type { CachedQuery } from "./createRefetch.js";
import type { CachedObserver } from "./trackObservers.js";

/** Whether an observer lets its query be fetched. */
export function isEnabled({ options }: CachedObserver, query: CachedQuery): boolean {
  const { enabled } = options;
  return (typeof enabled === "function" ? enabled(query) : enabled) !== false;
}
