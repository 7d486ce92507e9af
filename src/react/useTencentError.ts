"use client";
import { useState } from "react";
import { resolve } from "../core/resolve.js";
import { ticketDraft } from "../core/ticketDraft.js";
import { actionsOf } from "./actionsOf.js";
import { callsOf } from "./callsOf.js";
import type { ErrorState, NoError, UseTencentErrorOptions } from "./ErrorState.js";
import { useSpeech } from "./useSpeech.js";
import { useTencentContext } from "./useTencentContext.js";
import { worstOf } from "./worstOf.js";

const noError: NoError = {
  isError: false,
  diagnosis: null,
  message: null,
  actions: [],
  primaryAction: null,
  occurrences: 0,
  isStale: false,
  dataUpdatedAt: null,
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
  const speech = useSpeech("useTencentError");
  const [attempt, setAttempt] = useState(0);
  const [dismissed, setDismissed] = useState<unknown>(null);
  const found = worstOf(callsOf(input), context.client);
  if (found === undefined || found.call.error === dismissed) return noError;
  const { call, diagnosis, occurrences } = found;
  const audience = options.audience ?? context.audience;
  const retry = options.onRetry ?? call.retry;
  const retryNow = (): void => {
    setAttempt((count) => count + 1);
    retry?.();
  };
  const dismiss = (): void => {
    setDismissed(call.error);
    options.onDismiss?.();
  };
  const draftTicket = () => ticketDraft(diagnosis);
  const actions = actionsOf({
    context,
    speech,
    diagnosis,
    audience,
    retry: retry && retryNow,
    dismiss: options.onDismiss && dismiss,
    draftTicket,
  });
  const { retryAfterMs, occurredAt } = diagnosis.failure;
  return {
    isError: true,
    diagnosis,
    message: resolve(diagnosis, speech.locale, { audience }),
    actions,
    primaryAction: actions[0] ?? null,
    occurrences,
    isStale: call.hasData,
    dataUpdatedAt: call.hasData ? call.dataUpdatedAt : null,
    retry: {
      attempt,
      nextRetryAt: retryAfterMs === undefined ? null : occurredAt + retryAfterMs,
      retryNow,
      cancel: dismiss,
    },
    draftTicket,
    dismiss,
  };
}
