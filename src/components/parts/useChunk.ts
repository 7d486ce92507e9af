import { useEffect, useState, useSyncExternalStore } from "react";
import type { Chunk } from "../../base/chunk.js";
import { reportChunkError } from "../../react/reportChunkError.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { isWhole } from "../../i18n/Locale.js";

/** A part of the kit that is fetched later. */
interface FetchedPart<Module> {
  /** Undefined until it is there, and the words that it speaks. */
  readonly found: Module | undefined;
  /** Whether it could not be had when it was needed here. */
  readonly isLost: boolean;
}

/** Fetches a part of the kit where it is needed, and again when it is needed anew. */
export function useChunk<Module>(chunk: Chunk<Module>, isNeeded: unknown): FetchedPart<Module> {
  const { client, text } = useTencentContext("ErrorNotice");
  const { later } = text.locale;
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (!isNeeded) return;
    Promise.all([chunk.load(), later?.load()]).then(
      () => setLost(false),
      (error: unknown) => {
        reportChunkError({ client }, error);
        setLost(true);
      },
    );
  }, [chunk, later, isNeeded, client]);
  const found = useSyncExternalStore(chunk.subscribe, chunk.now, () => undefined);
  return { found: isWhole(text.words) ? found : undefined, isLost };
}
