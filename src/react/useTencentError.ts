"use client";
import type { ErrorState, UseTencentErrorOptions } from "./ErrorState.js";
import { useCallLife } from "./useCallLife.js";
import { useFailure } from "./useFailure.js";
import { useTencentContext } from "./useTencentContext.js";

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
