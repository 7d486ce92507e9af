import type { UserWords } from "../i18n/Locale.js";
import type { Action, SomeError } from "./ErrorState.js";
import type { CallState } from "./failedCalls.js";
import type { PageClient } from "./PageContext.js";
import { resent } from "./settledCalls.js";
import type { CallLife } from "./useCallLife.js";

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

/** Sends again what a sign-in has healed and no data layer of the kit's asks for: readings alone, changes are left to a click. */
export function resendHealed(
  error: unknown,
  isOwn: boolean,
  { diagnose, retries }: Pick<PageClient, "diagnose" | "retries">,
  { memory: { latest }, after }: Pick<CallLife, "memory" | "after">,
): void {
  after(["resend", error, isOwn, diagnose, retries], () => {
    const timer = setTimeout(
      () => {
        for (const call of latest.found?.calls ?? []) if (isLeft(call)) call.retry?.();
      },
      waitMs + Math.random() * spreadMs,
    );
    return () => clearTimeout(timer);
  });

  function isLeft({ error: failed, isReading, isRunning, retry }: CallState): boolean {
    if (retry === undefined || isRunning || retries.isKnown(failed)) return false;
    if (typeof failed !== "object" || failed === null || resent.has(failed)) return false;
    const { method } = diagnose(failed).failure;
    const isSafe = method === undefined ? isOwn && isReading !== false : method === "GET" || method === "HEAD";
    const reads = isReading === true || isSafe;
    if (reads) resent.add(failed);
    return reads;
  }
}
