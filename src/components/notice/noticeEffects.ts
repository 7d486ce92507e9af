"use client";

import { useEffect, useRef } from "react";
import type { Diagnosis } from "../../model/Diagnosis.js";
import type { ErrorState } from "../../react/ErrorState.js";
import { isAnswered } from "../../react/settledCalls.js";
import type { Healed } from "../parts/useHealedLine.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { useText } from "../../react/useText.js";

/** The errors that were reset for: a boundary that catches the same error again is not reset twice. */
const alreadyReset = new WeakSet<object>();

/** Calls the notice's own reset once its error is healed. What a data layer refetches is left to that layer. */
export function useReset({ isError, ...state }: ErrorState, reset: (() => void) | undefined): void {
  const { retries } = useTencentContext("ErrorNotice").client;
  const error: unknown = state.errors[0];
  const isDue = isError && "isHealed" in state && state.isHealed && !retries.isKnown(error);
  const latest = useRef(reset);
  useEffect(() => {
    latest.current = reset;
  });
  useEffect(() => {
    if (!isDue || latest.current === undefined) return;
    if (typeof error === "object" && error !== null) {
      if (alreadyReset.has(error)) return;
      alreadyReset.add(error);
    }
    latest.current();
  }, [isDue, error]);
}

/**
 * Announces "Working again" once the failed calls have data, for readers who can't see it come, and calls `onHealed`. What a
 * sign-in healed is told by the prompt.
 */
export function useRecovery(
  input: unknown,
  state: ErrorState,
  { announce: isAnnounced = true }: Pick<ErrorNoticeProps, "announce">,
  onHealed: (healed: Healed) => void,
): void {
  const { announce, client } = useTencentContext("ErrorNotice");
  const { healed } = useText("ErrorNotice").words.labels;
  const failedAs = useRef<Diagnosis | null>(null);
  // a failure that healed before its data layer gave up was never announced
  const diagnosis = state.isTrying ? null : state.diagnosis;
  const isOver = !state.isError && isAnswered(input);
  const latest = useRef(onHealed);
  useEffect(() => {
    latest.current = onHealed;
  });
  useEffect(() => {
    if (diagnosis !== null) failedAs.current = diagnosis;
    if (!isOver || failedAs.current === null) return;
    if (failedAs.current.category === "reauth") client.reauth.settled(failedAs.current, true);
    else {
      if (isAnnounced) announce(healed, "healed");
      latest.current({ title: healed, description: "" });
    }
    failedAs.current = null;
  }, [diagnosis, isOver, isAnnounced, healed, announce, client]);
}
