import { useEffect, useState } from "react";
import { attempt, read } from "../../base/safely.js";
import type { ErrorState, SomeError } from "../../react/ErrorState.js";
import type { UserWords } from "../../i18n/Locale.js";
import { failedCalls, isUnderWay } from "../../react/failedCalls.js";
import { isAnswered } from "../../react/settledCalls.js";
import { healedState } from "../../react/useHealed.js";
import type { PageClient } from "../../react/PageContext.js";

/** What a data layer fetches again after a sign-in has begun by then, unless it never does. */
const lateMs = 1000;
/** As long as a motion may be. */
const settleMs = 200;

interface KeptOptions {
  readonly client: PageClient;
  readonly words: UserWords;
  /** Whether a success is told in its place, and whether it is just now. */
  readonly tellsWell: boolean;
  readonly isToldWell: boolean;
  /** It stands apart from what it is about, so that nothing takes its place when that is there. */
  readonly isApart: boolean;
}

interface KeptState {
  /** Null where nothing is shown. */
  readonly shown: SomeError | null;
  /** It makes room. */
  readonly isLeaving: boolean;
}

/**
 * What a notice shows: its failure, and the same for as long as the call is under way again or its success is told, since what
 * comes and goes would move the page.
 */
export function useKeptState(
  input: unknown,
  state: ErrorState,
  { client, words, tellsWell, isToldWell, isApart }: KeptOptions,
): KeptState {
  const [last, setLast] = useState<SomeError | null>(state.isError ? state : null);
  const isOther =
    last === null ||
    !Object.is(last.errors[0], state.errors[0]) ||
    last.isHealed !== state.isHealed ||
    last.isTrying !== state.isTrying;
  if (state.isError && isOther) setLast(state);
  const isLate = useLate(state.isHealed);
  const [wasToldWell, setToldWell] = useState(false);
  if (wasToldWell !== isToldWell) {
    setToldWell(isToldWell);
    if (wasToldWell && !state.isError) setLast(null);
  }
  const category = last?.diagnosis.category;
  // a sign-in is told by the prompt, and what healed while its data layer still tried was never told as a failure
  const isEnding = category === "reauth" ? isApart : tellsWell && last?.isTrying === false;
  const isOver = isEnding && !state.isError && isAnswered(input);
  useEffect(() => {
    if (!isOver || isToldWell) return undefined;
    const timer = setTimeout(() => setLast(null), settleMs);
    return () => clearTimeout(timer);
  }, [isOver, isToldWell]);
  const still = (shown: SomeError | null): KeptState => ({ shown, isLeaving: false });
  if (state.isError) {
    const isFetched = isApart || failedCalls(input).some(({ key }) => key !== undefined);
    const isComing = state.isHealed && !isLate && isFetched && client.retries.isKnown(state.errors[0]);
    return still(isComing ? underWay(healedState(state, words, undefined)) : state);
  }
  if (last === null) return still(null);
  if (isToldWell) return { shown: last, isLeaving: true };
  const isSignedIn = category === "reauth" && (last.isHealed || client.isHealed(last.errors[0]));
  const isAgain = isUnderWay(input) && failedCalls(input).length === 0 && (isSignedIn || hasFailedBefore(input));
  if (!isAgain && !isOver) return still(null);
  return {
    shown: underWay(isSignedIn ? healedState(last, words, undefined) : last),
    isLeaving: isOver && category === "reauth",
  };
}

function underWay(state: SomeError): SomeError {
  return { ...state, retry: { ...state.retry, isRunning: true, isAutomatic: false, nextRetryAt: null } };
}

/** TanStack Query forgets an error as soon as its query is fetched again, and counts it. */
function hasFailedBefore(input: unknown): boolean {
  const inputs: readonly unknown[] = attempt(() => Array.isArray(input)) === true ? (input as unknown[]) : [input];
  return inputs.some((each) => {
    const failures = read(each, "errorUpdateCount");
    return typeof failures === "number" && failures > 0 && read(each, "data") === undefined;
  });
}

/** Whether that has been so for a while. */
function useLate(isOn: boolean): boolean {
  const [isLate, setLate] = useState(false);
  if (!isOn && isLate) setLate(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => setLate(true), lateMs);
    return () => clearTimeout(timer);
  }, [isOn]);
  return isLate;
}
