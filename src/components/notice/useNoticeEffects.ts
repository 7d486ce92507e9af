"use client";

import { useEffect, useRef } from "react";
import type { UserWords } from "../../i18n/Locale.js";
import type { Diagnosis } from "../../model/Diagnosis.js";
import type { ErrorState } from "../../react/ErrorState.js";
import { resent } from "../../react/resent.js";
import { isAnswered, isChange } from "../../react/settledCalls.js";
import type { TencentErrorContextValue } from "../../react/PageContext.js";
import type { Healed } from "../parts/HealedLine.js";

interface EffectOptions {
  readonly words: UserWords;
  /** The notice's own reset. */
  readonly reset: (() => void) | undefined;
  readonly isAnnounced: boolean | undefined;
  onHealed(healed: Healed): void;
}

/** What was last seen: the failure until its call went well, and the error that was healed by a sign-in. */
interface Seen {
  failedAs?: Diagnosis | undefined;
  healed?: { readonly error: unknown } | undefined;
}

/**
 * What follows a failure. Its sign-in calls the notice's own reset; what a data layer refetches is left to that layer. Once the
 * failed calls have data, "Working again" is announced, for readers who can't see it come, and `onHealed` called; what a sign-in
 * healed is told by the prompt, which hears of it here.
 */
export function useNoticeEffects(
  input: unknown,
  { isError, ...state }: ErrorState,
  { announce, client }: Pick<TencentErrorContextValue, "announce" | "client">,
  { words, reset, isAnnounced = true, onHealed }: EffectOptions,
): void {
  const seen = useRef<Seen>({});
  // one for all, after each commit: a notice is drawn seldom, and many may be there
  useEffect(() => {
    const { current } = seen;
    const error: unknown = state.errors[0];
    const isDue = isError && "isHealed" in state && state.isHealed && !client.retries.isKnown(error);
    const isNew = current.healed === undefined || !Object.is(current.healed.error, error);
    current.healed = isDue ? { error } : undefined;
    if (isDue && isNew && reset !== undefined && !isChange(input) && isFirst(error)) reset();

    // a failure that healed before its data layer gave up was never announced
    if (!state.isTrying && state.diagnosis !== null) current.failedAs = state.diagnosis;
    const { failedAs } = current;
    if (isError || failedAs === undefined || !isAnswered(input)) return;
    if (failedAs.category === "reauth") client.reauth.settled(failedAs, true);
    else {
      const { healed } = words.labels;
      if (isAnnounced) announce(healed, "healed");
      onHealed({ title: healed, description: "" });
    }
    current.failedAs = undefined;
  });
}

/** Whether it was not sent again: a boundary that catches the same error again is not reset twice. A text has no identity. */
function isFirst(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return true;
  if (resent.has(error)) return false;
  resent.add(error);
  return true;
}
