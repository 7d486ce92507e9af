import type { ReactElement } from "react";
import { useIsHydrated } from "../react/useIsHydrated.js";
import { useSpeech } from "../react/useSpeech.js";

/** From when the data is that is still shown. */
export function StaleTime({ at, ...part }: { readonly at: number }): ReactElement | null {
  const { words, fill, time } = useSpeech("ErrorNotice");
  return useIsHydrated() ? <span {...part}>{fill(words.labels.stale, { time: time(at) })}</span> : null;
}
