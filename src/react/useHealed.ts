"use client";

import { useState, useSyncExternalStore } from "react";
import type { LocaleText } from "../i18n/localeText.js";
import type { Message } from "../model/Message.js";
import type { Action } from "./ErrorState.js";
import type { WorstFailure } from "./failedCalls.js";
import { noSubscription } from "./useIsHydrated.js";
import { useTencentContext } from "./useTencentContext.js";

/** Whether somebody has signed in since this call began: what its notice still shows is over. */
export function useHealed(found: WorstFailure | undefined): boolean {
  const { client } = useTencentContext("useTencentError");
  const { reauth } = client;
  const isReauth = found?.diagnosis.category === "reauth";
  const error = found?.call.error;
  const isObject = typeof error === "object" && error !== null;
  const epochNow = (): number => reauth.getSnapshot().epoch;
  // a text that was thrown has no identity: it began when it was first shown here
  const [seen, setSeen] = useState(() => ({ error, epoch: epochNow() }));
  if (!isObject && !Object.is(seen.error, error)) setSeen({ error, epoch: epochNow() });
  return useSyncExternalStore(
    isReauth ? reauth.subscribe : noSubscription,
    () => isReauth && (isObject ? client.isHealed(error) : Object.is(seen.error, error) && seen.epoch < epochNow()),
    () => false,
  );
}

/** What a notice says and offers. */
interface Shown {
  readonly message: Message;
  readonly actions: readonly Action[];
}

/** A sign-in has healed it, and is not offered again. `load` brings the page back, where there is something that does. */
export function healedState({ message, actions }: Shown, { words }: LocaleText, load: (() => void) | undefined): Shown {
  const { prompt, labels } = words;
  const { title, description } = prompt.succeeded;
  const again: readonly Action[] = load ? [{ kind: "retry", label: labels.loadAgain, run: load }] : [];
  return {
    message: { ...message, title, description: load ? labels.loadToContinue : description, steps: [] },
    actions: [...again, ...actions.filter(({ kind }) => kind === "dismiss")],
  };
}

/** Its data layer tries again by itself: more is not to be said before it gives up. */
export function tryingState({ message }: Shown, { words }: LocaleText): Shown {
  return { message: { ...message, title: words.labels.retrying, description: "", steps: [] }, actions: [] };
}
