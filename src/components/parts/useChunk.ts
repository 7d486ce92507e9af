import { useEffect, useSyncExternalStore } from "react";
import type { Chunk } from "../../base/chunk.js";
import { tellLost } from "../../react/tellLost.js";
import { useTencentContext } from "../../react/useTencentContext.js";

/** A part of the kit that is fetched later, once it is there. Fetched where it is needed, and again when it is needed anew. */
export function useChunk<Module>(chunk: Chunk<Module>, isNeeded: unknown): Module | undefined {
  const context = useTencentContext("ErrorNotice");
  useEffect(() => {
    if (isNeeded) chunk.load().catch((error: unknown) => tellLost(context, error));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new context needs nothing anew
  }, [chunk, isNeeded]);
  return useSyncExternalStore(chunk.subscribe, chunk.now, () => undefined);
}
