import type { UserWords } from "../i18n/Locale.js";
import type { Action, SomeError, UseTencentErrorOptions } from "./ErrorState.js";
import type { CallState } from "./failedCalls.js";
import type { PageClient } from "./PageContext.js";
import type { WorstFailure } from "./pickFailure.js";
import { resent } from "./settledCalls.js";
import type { CallLife } from "./useCallLife.js";
import { watchNetwork } from "./useOnline.js";

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

/** A data layer that asks again by itself has begun by then; many notices don't ask in one moment. */
const waitMs = 300;
const spreadMs = 300;

/**
 * Asks again, once for each error, where no data layer of the kit's does: for what a sign-in has healed, and for what found no
 * network, once that is back. Readings alone: changes are left to a click.
 */
export function askAgain(
  { call: { error }, diagnosis }: WorstFailure,
  isHealed: boolean,
  { onRetry, isThrown = false, isOwn }: UseTencentErrorOptions,
  { diagnose, retries }: Pick<PageClient, "diagnose" | "retries">,
  { memory, after }: Pick<CallLife, "memory" | "after">,
): void {
  const { latest } = memory;
  const hasOwnWay = onRetry !== undefined;
  // what a page asked for by itself, or drew, only reads
  const isFirst = isOwn ?? memory.isOwn;
  const isCutOff = diagnosis.category === "network";
  // after a sign-in, a notice calls its own `onRetry` itself
  if (!isCutOff && (!isHealed || hasOwnWay)) return;
  after(["again", error, isCutOff, hasOwnWay, isFirst, isThrown, diagnose, retries], () => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = (): void => clearTimeout(timer);
    const soon = (): void => {
      stop();
      timer = setTimeout(ask, waitMs + Math.random() * spreadMs);
    };
    if (!isCutOff) soon();
    const off = isCutOff ? watchNetwork(({ type }) => (type === "online" ? soon() : stop())) : undefined;
    return () => {
      off?.();
      stop();
    };
  });

  function ask(): void {
    const left = latest.found?.calls.filter(isLeft) ?? [];
    if (!hasOwnWay) for (const { retry } of left) retry?.();
    else if (left.length > 0) latest.send?.();
  }

  function isLeft({ error: failed, isReading, isRunning, retry }: CallState): boolean {
    if ((retry === undefined && !hasOwnWay) || isRunning || retries.isKnown(failed)) return false;
    if (typeof failed !== "object" || failed === null || resent.has(failed)) return false;
    const { method } = diagnose(failed).failure;
    const isAsked = (isFirst || isThrown) && isReading !== false;
    const reads = isReading === true || (method === undefined ? isAsked : method === "GET" || method === "HEAD");
    if (reads) resent.add(failed);
    return reads;
  }
}
