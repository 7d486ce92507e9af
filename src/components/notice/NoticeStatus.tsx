"use client";

import { type ReactElement, useEffect, useState, useSyncExternalStore } from "react";
import type { ErrorState, Retry } from "../../react/ErrorState.js";
import type { UserWords } from "../../i18n/Locale.js";
import { noSubscription, useIsHydrated } from "../../react/useIsHydrated.js";
import { watchNetwork } from "../../react/useOnline.js";
import { useText } from "../../react/useText.js";
import type { PageClient } from "../../react/PageContext.js";
import type { NoticeStatus } from "./NoticeNews.js";

/** The status of a notice. Undefined while nothing is under way. */
export function useNoticeStatus(
  { diagnosis, retry }: ErrorState,
  { reauth }: Pick<PageClient, "reauth">,
): NoticeStatus | undefined {
  const category = diagnosis?.category;
  // only failures that a sign-in heals subscribe to it: a thousand other notices need not
  const subscribe = category === "reauth" ? reauth.subscribe : category === "network" ? watchNetwork : noSubscription;
  const read = (): NoticeStatus | undefined => {
    // `offline` is shown only where the call found no network and the browser says so too
    if (category === "network") return navigator.onLine ? undefined : "offline";
    const { status: step } = reauth.getSnapshot(diagnosis);
    const isSigningIn = step === "opening" || step === "waiting" || step === "verifying";
    return category === "reauth" && isSigningIn ? "waiting" : undefined;
  };
  const status = useSyncExternalStore(subscribe, read, () => undefined);
  return retry?.isRunning === true ? "retrying" : status;
}

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
