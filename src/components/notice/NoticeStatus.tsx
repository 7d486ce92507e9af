"use client";

import { type ReactElement, useEffect, useState } from "react";
import type { Retry } from "../../react/ErrorState.js";
import type { UserWords } from "../../i18n/Locale.js";
import { useIsHydrated } from "../../react/useIsHydrated.js";
import { useText } from "../../react/useText.js";
import type { NoticeStatus } from "./NoticeNews.js";

/** What is said of a status. */
export function statusText(status: NoticeStatus, { prompt, labels }: UserWords): string {
  return status === "waiting" ? prompt.waiting.title : labels[status];
}

/** The next try: a countdown while it is automatic, else the time of day. Rerenders by itself. */
export function Countdown({ retry, ...part }: { readonly retry: Retry }): ReactElement | null {
  const { words, count, interpolate, time } = useText("ErrorNotice");
  const { nextRetryAt, isAutomatic } = retry;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (nextRetryAt === null || !isAutomatic) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [nextRetryAt, isAutomatic]);
  if (!useIsHydrated() || nextRetryAt === null) return null;
  const seconds = Math.max(0, Math.ceil((nextRetryAt - now) / 1000));
  // it is under way by now
  if (isAutomatic && seconds === 0) return null;
  const text = isAutomatic
    ? count(words.labels.retryIn, seconds)
    : interpolate(words.labels.retryAt, { time: time(nextRetryAt) });
  return <span {...part}>{text}</span>;
}
