"use client";
import { useEffect, useRef, useState } from "react";
import { attempt } from "../base/safely.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import { describeFailure } from "./describeFailure.js";
import { answeredKeys, failedCalls } from "./failedCalls.js";
import type { ErrorState, NoError, UseTencentErrorOptions } from "./ErrorState.js";
import { healedState, useHealed } from "./useHealed.js";
import { pickFailure } from "./pickFailure.js";
import { isChange } from "./settledCalls.js";
import { useResend } from "./useResend.js";
import { type LatestCall, useRetry } from "./useRetry.js";
import { resent } from "./resent.js";
import { useTencentContext } from "./useTencentContext.js";
import { isWhole } from "../i18n/Locale.js";

/** What a person did about this trouble. */
interface Done {
  readonly dismissed?: { readonly error: unknown };
  readonly copied?: Diagnosis;
}

const notDone: Done = {};

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
  const context = useTencentContext("useTencentError");
  const [{ dismissed, copied }, setDone] = useState<Done>(notDone);
  const found = pickFailure(failedCalls(input, options.isThrown), context.client);
  const send = options.onRetry ?? found?.call.retry;
  const { client } = context;
  const latest = useRef<LatestCall["current"]>({});
  useEffect(() => {
    latest.current = { found, send };
    for (const key of answeredKeys(input)) client.retries.forget(key);
  });
  const retry = useRetry(found, send, client.retries, latest);
  const isHealed = useHealed(found, client);
  // a notice's own way to ask again is its `onRetry`
  useResend(input, found, isHealed && options.onRetry === undefined, options.isOwn, client, latest);
  const audience = options.audience ?? context.audience;
  const row = found?.diagnosis.row;
  const { tag, later } = context.text.locale;
  const words = isWhole(context.text.words) ? context.text.words : undefined;
  const hasFailed = found !== undefined;
  useEffect(() => {
    // an app's own notice speaks them as well
    if (hasFailed) later?.load().catch(() => undefined);
    // words of a pack may come after the failure
    row?.say?.(tag, audience, () => setDone((done) => ({ ...done })));
  }, [hasFailed, later, row, tag, audience]);
  if (found === undefined || (dismissed !== undefined && Object.is(found.call.error, dismissed.error))) return noError;
  const { call, diagnosis } = found;
  const isCounting = diagnosis.category === "rateLimit" && retry.isAutomatic && retry.nextRetryAt !== null;
  const described = describeFailure({
    context,
    found,
    options,
    retry,
    canRetry: send !== undefined,
    isHealed,
    counting: isCounting ? words?.labels.willRetry : undefined,
    copied: copied === diagnosis ? words?.labels.copied : undefined,
    onCopied: () => setDone((done) => ({ ...done, copied: diagnosis })),
    dismiss() {
      setDone((done) => ({ ...done, dismissed: { error: call.error } }));
      options.onDismiss?.();
    },
  });
  const isGiven = isOwn(input, call.error);
  const load = (): void => (isGiven && isStuck(call.error) ? location.reload() : retry.retryNow());
  // a mutation has no reload: loading the page anew would lose what was typed there
  const again = send ? load : isGiven ? () => location.reload() : undefined;
  return isHealed && words ? healedState(described, words, again, isChange(input)) : described;
}

/** A server component threw it, and it came again: the page draws what it has of it already, as with Next's `reset` alone. */
function isStuck(error: unknown): boolean {
  return attempt(() => Object.hasOwn(error as object, "digest") && resent.has(error as object)) === true;
}

/** Whether the error itself was given, not a result that holds it. */
function isOwn(input: unknown, error: unknown): boolean {
  return Object.is(input, error) || (Array.isArray(input) && input.includes(error));
}
