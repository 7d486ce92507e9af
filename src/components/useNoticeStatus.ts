"use client";
import { useSyncExternalStore } from "react";
import type { SomeError } from "../react/ErrorState.js";
import { never } from "../react/never.js";
import { useTencentContext } from "../react/useTencentContext.js";
import { watchNetwork } from "../react/watchNetwork.js";

/** What goes on about a failure while a notice shows it: the same call again, a sign-in, or no network to do either. */
export type NoticeStatus = "retrying" | "waiting" | "offline";

/** How a notice stands beside what it says. Undefined while nothing goes on. */
export function useNoticeStatus({ diagnosis: { category }, retry }: SomeError): NoticeStatus | undefined {
  const { reauth } = useTencentContext("ErrorNotice").client;
  // only what a sign-in would heal waits for one: a thousand other notices need not look
  const subscribe = category === "reauth" ? reauth.subscribe : category === "network" ? watchNetwork : never;
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
