import type { RefObject } from "react";
import { attempt, read } from "../../base/safely.js";
import type { ErrorState, SomeError } from "../../react/ErrorState.js";
import type { UserWords } from "../../i18n/Locale.js";
import { failedCalls, isUnderWay } from "../../react/failedCalls.js";
import { isAnswered } from "../../react/settledCalls.js";
import { healedState } from "../../react/healedCall.js";
import type { PageClient } from "../../react/PageContext.js";
import type { After } from "../../react/useAfter.js";
import type { Change } from "../../react/useCallLife.js";
import { type Healed, seenMs } from "../parts/HealedLine.js";

/** What a data layer fetches again after a sign-in has begun by then, unless it never does. */
const lateMs = 1000;
/** As long as a motion may be. */
const settleMs = 200;

/** What a notice remembers of what it has shown. */
export interface NoticeMemory {
  /** Its element. */
  readonly root: RefObject<HTMLDivElement | null>;
  /** The failure that is shown, or was until its call went well. */
  readonly last: SomeError | null;
  /** A success that is told just now. */
  readonly healed: Healed | null;
  /** Whether it is told in the notice's place. */
  readonly isToldWell: boolean;
  /** Whether its failure was healed a while ago. */
  readonly isLate: boolean;
}

interface KeptOptions {
  readonly memory: NoticeMemory;
  readonly change: Change<NoticeMemory>;
  readonly after: After;
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
export function keptState(
  input: unknown,
  state: ErrorState,
  { memory, change, after, client, words, tellsWell, isToldWell, isApart }: KeptOptions,
): KeptState {
  const { last, isLate, healed } = memory;
  if (healed !== null) after(["line", healed], () => soon(seenMs, () => change({ healed: null })));
  const isOther =
    last === null ||
    !Object.is(last.errors[0], state.errors[0]) ||
    last.isHealed !== state.isHealed ||
    last.isTrying !== state.isTrying;
  if (state.isError && isOther) change({ last: state });
  if (!state.isHealed && isLate) change({ isLate: false });
  if (memory.isToldWell !== isToldWell)
    change(isToldWell || state.isError ? { isToldWell } : { isToldWell, last: null });
  if (state.isHealed) after(["late"], () => soon(lateMs, () => change({ isLate: true })));
  const category = last?.diagnosis.category;
  // a sign-in is told by the prompt, and what healed while its data layer still tried was never told as a failure
  const isEnding = category === "reauth" ? isApart : tellsWell && last?.isTrying === false;
  const isOver = isEnding && !state.isError && isAnswered(input);
  if (isOver && !isToldWell) after(["leave"], () => soon(settleMs, () => change({ last: null })));
  const still = (shown: SomeError | null): KeptState => ({ shown, isLeaving: false });
  if (state.isError) {
    if (!state.isHealed || isLate || !client.retries.isKnown(state.errors[0])) return still(state);
    const isFetched = isApart || failedCalls(input).some(({ key }) => key !== undefined);
    return still(isFetched ? underWay(healedState(state, words, undefined)) : state);
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

function soon(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
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
