import { useEffect, useState, type ReactElement } from "react";
import type { Retry } from "../react/ErrorState.js";
import { useIsHydrated } from "../react/useIsHydrated.js";
import { useSpeech } from "../react/useSpeech.js";

/** When it goes on: seconds that run down while it does so by itself, else the time to come back. Renders itself alone. */
export function Countdown({ retry, ...part }: { readonly retry: Retry }): ReactElement | null {
  const { words, count, fill, time } = useSpeech("ErrorNotice");
  const { nextRetryAt, isAutomatic } = retry;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (nextRetryAt === null || !isAutomatic) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [nextRetryAt, isAutomatic]);
  if (!useIsHydrated() || nextRetryAt === null) return null;
  const seconds = Math.max(0, Math.ceil((nextRetryAt - now) / 1000));
  const text = isAutomatic
    ? count(words.labels.retryIn, seconds)
    : fill(words.labels.retryAt, { time: time(nextRetryAt) });
  return <span {...part}>{text}</span>;
}
