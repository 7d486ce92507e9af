"use client";

import { type ReactElement, useEffect, useState } from "react";
import type { Retry } from "../../react/ErrorState.js";
import type { UserWords } from "../../i18n/Locale.js";
import { wholeWords } from "../../i18n/wholeWords.js";
import { useIsHydrated } from "../../react/useIsHydrated.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import type { NoticeStatus, FoldedFactsProps } from "./NoticeNews.js";
import { ReportFact } from "../parts/ReportFact.js";
import { useChunk } from "../parts/useChunk.js";
import { reportChunk } from "../ticket/reportChunk.js";

/** What is said of a status. */
export function statusText(status: NoticeStatus, { prompt, labels }: UserWords): string {
  return status === "waiting" ? prompt.waiting.title : labels[status];
}

/** The next try: a countdown while it is automatic, else the time of day. Rerenders by itself. */
export function Countdown({ retry, ...part }: { readonly retry: Retry }): ReactElement | null {
  const { words, count, interpolate, time } = useTencentContext("ErrorNotice").text;
  const { labels } = wholeWords(words);
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
  const text = isAutomatic ? count(labels.retryIn, seconds) : interpolate(labels.retryAt, { time: time(nextRetryAt) });
  return <span {...part}>{text}</span>;
}

/** The number of the call, and the report's facts, which are computed when they are unfolded. */
export function FoldedFacts({ state, isSeen, part }: FoldedFactsProps): ReactElement | null {
  const { found: views } = useChunk(reportChunk, isSeen);
  const { diagnosis } = state;
  const { requestId, occurredAt } = diagnosis.failure;
  if (isSeen && views)
    return <views.ReportFacts key={`${diagnosis.fingerprint}${occurredAt}`} {...{ diagnosis, part }} />;
  return requestId === undefined ? null : (
    <dl>
      <ReportFact name="requestId" value={requestId} part={part} />
    </dl>
  );
}
