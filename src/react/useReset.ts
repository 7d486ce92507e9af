"use client";
import { useEffect, useRef } from "react";
import type { ErrorState } from "./ErrorState.js";
import { useTencentContext } from "./useTencentContext.js";

/** What was reset for already: a boundary that catches the same error again is not reset in circles. */
const done = new WeakSet<object>();

/** Resets by what a notice was given once its error is healed. What a data layer fetches again is left to that layer. */
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
      if (done.has(error)) return;
      done.add(error);
    }
    latest.current();
  }, [isDue, error]);
}
