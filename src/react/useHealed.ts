"use client";

import { useState, useSyncExternalStore } from "react";
import type { LocaleText } from "../i18n/localeText.js";
import type { Message } from "../model/Message.js";
import type { Action } from "./ErrorState.js";
import type { WorstFailure } from "./failedCalls.js";
import { noSubscription } from "./useIsHydrated.js";
import { useTencentContext } from "./useTencentContext.js";

/** Whether there was a sign-in after this call began, so that its failure is outdated. */
export function useHealed(found: WorstFailure | undefined): boolean {
  const { client } = useTencentContext("useTencentError");
  const { reauth } = client;
  const isReauth = found?.diagnosis.category === "reauth";
  const error = found?.call.error;
  const isObject = typeof error === "object" && error !== null;
  const epochNow = (): number => reauth.getSnapshot().epoch;
  // a thrown text has no identity: it counts from its first render here
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

/** The state after a sign-in: no second sign-in is offered, only `load`, where there is one. */
export function healedState({ message, actions }: Shown, { words }: LocaleText, load: (() => void) | undefined): Shown {
  const { prompt, labels } = words;
  const { title, description } = prompt.succeeded;
  const again: readonly Action[] = load ? [{ kind: "retry", label: labels.loadAgain, run: load }] : [];
  return {
    message: { ...message, title, description: load ? labels.loadToContinue : description, steps: [] },
    actions: [...again, ...actions.filter(({ kind }) => kind === "dismiss")],
  };
}

/** The state while its data layer retries: the words of a failure wait until it gives up, except those of a limit that is waited for. */
export function tryingState({ message }: Shown, { words }: LocaleText, isCounting: boolean): Shown {
  const calm = isCounting ? message : { ...message, title: words.labels.retrying, description: "" };
  return { message: { ...calm, steps: [] }, actions: [] };
}
