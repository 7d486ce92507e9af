"use client";

import { useState, useSyncExternalStore } from "react";
import type { UserWords } from "../i18n/Locale.js";
import type { Action, SomeError } from "./ErrorState.js";
import type { WorstFailure } from "./pickFailure.js";
import { noSubscription } from "./useIsHydrated.js";
import type { PageClient } from "./PageContext.js";

/** Whether there was a sign-in after this call began, so that its failure is outdated. */
export function useHealed(found: WorstFailure | undefined, client: PageClient): boolean {
  const { reauth } = client;
  const isReauth = found?.diagnosis.category === "reauth";
  const error = found?.call.error;
  const isObject = typeof error === "object" && error !== null;
  const epochNow = (): number => reauth.getSnapshot(found?.diagnosis).epoch;
  // a thrown text has no identity: it counts from its first render here
  const [seen, setSeen] = useState(() => ({ error, epoch: epochNow() }));
  if (!isObject && !Object.is(seen.error, error)) setSeen({ error, epoch: epochNow() });
  return useSyncExternalStore(
    isReauth ? reauth.subscribe : noSubscription,
    () => isReauth && (isObject ? client.isHealed(error) : Object.is(seen.error, error) && seen.epoch < epochNow()),
    () => false,
  );
}

/** The state after a sign-in: no second sign-in is offered, only `load`, where there is one. A change that nothing sends again is told so. */
export function healedState(
  state: SomeError,
  { prompt, labels }: UserWords,
  load: (() => void) | undefined,
  isUnsent = false,
): SomeError {
  const { title, description } = prompt.succeeded;
  const again: readonly Action[] = load ? [{ kind: "retry", label: labels.loadAgain, run: load }] : [];
  const actions = [...again, ...state.actions.filter(({ kind }) => kind === "dismiss")];
  return {
    ...state,
    message: {
      ...state.message,
      title,
      description: load ? labels.loadToContinue : isUnsent ? labels.unsent : description,
      steps: [],
    },
    actions,
    primaryAction: actions[0] ?? null,
  };
}
