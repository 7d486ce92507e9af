"use client";
import type { ErrorState, UseTencentErrorOptions, NoError } from "./ErrorState.js";
import { useCallLife, type CallLife, type LatestCall } from "./useCallLife.js";
import { useTencentContext } from "./useTencentContext.js";
import { attempt } from "../base/safely.js";
import { isWhole } from "../i18n/Locale.js";
import { callRetry } from "./callRetry.js";
import { describeFailure } from "./describeFailure.js";
import { answeredKeys, failedCalls } from "./failedCalls.js";
import { askAgain, healedState } from "./healedCall.js";
import type { PageClient, TencentErrorContextValue } from "./PageContext.js";
import { pickFailure } from "./pickFailure.js";
import { isChange, resent } from "./settledCalls.js";
import { type CallSurroundings, useSurroundings } from "./useSurroundings.js";

/**
 * What went wrong, in words, and the buttons that help. Takes an error, anything with an `error` (a query, a mutation, SWR's
 * answer), or an array of those; a success or a cancelled call is no error.
 * @throws Error in development outside of `TencentErrorProvider`.
 * @example
 * ```tsx
 * import { useTencentError } from "tencent-error-kit";
 *
 * export function Failure({ error }: { readonly error: unknown }) {
 *   const state = useTencentError(error);
 *   return state.isError ? <p lang={state.message.lang}>{state.message.title}</p> : null;
 * }
 * ```
 */
export function useTencentError(input: unknown, options: UseTencentErrorOptions = {}): ErrorState {
  return useFailure(input, options, useTencentContext("useTencentError"), useCallLife(input)).state;
}

const noError: NoError = {
  isError: false,
  errors: [],
  diagnosis: null,
  message: null,
  actions: [],
  primaryAction: null,
  occurrences: 0,
  isStale: false,
  dataUpdatedAt: null,
  isHealed: false,
  isTrying: false,
  retry: null,
  draftTicket: () => null,
  dismiss: () => undefined,
};

/** What an input failed with, and what goes on around it. */
export function useFailure(
  input: unknown,
  options: UseTencentErrorOptions,
  context: TencentErrorContextValue,
  life: CallLife,
): { readonly state: ErrorState; readonly status: CallSurroundings["status"] } {
  const { client } = context;
  const { memory, change, after } = life;
  const found = pickFailure(failedCalls(input, options.isThrown), client);
  const { isHealed, isVain, status } = useSurroundings(found, client, life);
  const send = options.onRetry ?? found?.call.retry;
  noteCall(input, { found, send }, client, life);
  if (found === undefined) return nothing;
  const { call, diagnosis } = found;
  const { row } = diagnosis;
  const retry = callRetry(found, send, client.retries, life);
  askAgain(found, isHealed, options, client, life);
  const audience = options.audience ?? context.audience;
  const { tag, later } = context.text.locale;
  const words = isWhole(context.text.words) ? context.text.words : undefined;
  after(["words", later, row, tag, audience], () => {
    // an app's own notice speaks them as well
    later?.load().catch(() => undefined);
    // words of a pack may come after the failure
    row?.say?.(tag, audience, () => change({}));
  });
  if (memory.dismissed !== undefined && Object.is(call.error, memory.dismissed.error)) return nothing;
  const isCounting = diagnosis.category === "rateLimit" && retry.isAutomatic && retry.nextRetryAt !== null;
  const counting = isCounting ? words?.labels.willRetry : undefined;
  const described = describeFailure({
    // as in the prompt, the next step is another one
    context: isVain ? { ...context, client: { ...client, canReauthorize: false } } : context,
    found,
    options,
    retry,
    canRetry: send !== undefined,
    isHealed,
    instead: isVain ? words?.reasons.loop : counting,
    copied: memory.copied === diagnosis ? words?.labels.copied : undefined,
    onCopied: () => change({ copied: diagnosis }),
    dismiss() {
      change({ dismissed: { error: call.error } });
      options.onDismiss?.();
    },
  });
  if (!isHealed || words === undefined) return { state: described, status };
  const isGiven = isOwn(input, call.error);
  const load = (): void => (isGiven && isStuck(call.error) ? location.reload() : retry.retryNow());
  // a mutation has no reload: loading the page anew would lose what was typed there
  const again = send ? load : isGiven ? () => location.reload() : undefined;
  return { state: healedState(described, words, again, isChange(input)), status };
}

/** For effects and timers; a call that went well has all its tries again. */
function noteCall(
  input: unknown,
  call: Pick<LatestCall, "found" | "send">,
  { retries }: Pick<PageClient, "retries">,
  { memory: { latest }, after }: Pick<CallLife, "memory" | "after">,
): void {
  after(["call", {}], () => {
    Object.assign(latest, call);
    for (const key of answeredKeys(input)) retries.forget(key);
  });
}

const nothing = { state: noError, status: undefined };

/** A server component threw it, and it came again: the page draws what it has of it already, as with Next's `reset` alone. */
function isStuck(error: unknown): boolean {
  return attempt(() => Object.hasOwn(error as object, "digest") && resent.has(error as object)) === true;
}

/** Whether the error itself was given, not a result that holds it. */
function isOwn(input: unknown, error: unknown): boolean {
  return Object.is(input, error) || (Array.isArray(input) && input.includes(error));
}
