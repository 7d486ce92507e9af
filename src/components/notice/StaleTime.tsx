import type { ReactElement } from "react";
import { useIsHydrated } from "../../react/useIsHydrated.js";
import { useTencentContext } from "../../react/useTencentContext.js";

/** The time of the older data that is still shown. */
export function StaleTime({ at, ...part }: { readonly at: number }): ReactElement | null {
  const { words, interpolate, time } = useTencentContext("ErrorNotice").text;
  return useIsHydrated() ? <span {...part}>{interpolate(words.labels.stale, { time: time(at) })}</span> : null;
}
