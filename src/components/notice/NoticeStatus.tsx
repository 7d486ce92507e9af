"use client";

import { type ReactElement, useEffect, useState, useSyncExternalStore } from "react";
import type { Retry, SomeError } from "../../react/ErrorState.js";
import { noSubscription, useIsHydrated } from "../../react/useIsHydrated.js";
import { watchNetwork } from "../../react/useOnline.js";
import { useText, useTencentContext } from "../../react/useTencentContext.js";

/** What goes on about a failure while a notice shows it: the same call again, a sign-in, or no network to do either. */
type NoticeStatus = "retrying" | "waiting" | "offline";

/** How a notice stands beside what it says. Undefined while nothing goes on. */
export function useNoticeStatus({ diagnosis: { category }, retry }: SomeError): NoticeStatus | undefined {
  const { reauth } = useTencentContext("ErrorNotice").client;
  // only what a sign-in would heal waits for one: a thousand other notices need not look
  const subscribe = category === "reauth" ? reauth.subscribe : category === "network" ? watchNetwork : noSubscription;
  const read = (): NoticeStatus | undefined => {
    // after a call that found no network, the browser is believed when it says so too
    if (category === "network") return navigator.onLine ? undefined : "offline";
    const { status: step } = reauth.getSnapshot();
    const isSigningIn = step === "opening" || step === "waiting" || step === "verifying";
    return category === "reauth" && isSigningIn ? "waiting" : undefined;
  };
  const status = useSyncExternalStore(subscribe, read, () => undefined);
  return retry.isRunning ? "retrying" : status;
}

/** When it goes on: seconds that run down while it does so by itself, else the time to come back. Renders itself alone. */
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
  const text = isAutomatic
    ? count(words.labels.retryIn, seconds)
    : interpolate(words.labels.retryAt, { time: time(nextRetryAt) });
  return <span {...part}>{text}</span>;
}

/** From when the data is that is still shown. */
export function StaleTime({ at, ...part }: { readonly at: number }): ReactElement | null {
  const { words, interpolate, time } = useText("ErrorNotice");
  return useIsHydrated() ? <span {...part}>{interpolate(words.labels.stale, { time: time(at) })}</span> : null;
}
