import { causesOf } from "../diagnose/TencentError.js";
import { createRetryBudget, type RetryBudget } from "./createRetryBudget.js";

/** Decides at once whether a data layer may send a failed call again: a library asks before it goes on. */
export interface RetryGate {
  readonly budget: RetryBudget;
  /** `failureCount` begins at 0. */
  mayRepeat(failureCount: number, error: unknown): boolean;
  /** Whether a data layer was told to send again what failed with this error. */
  isRepeating(error: unknown): boolean;
  /** How often a data layer has repeated a call before it gave this error. */
  repeatsOf(error: unknown): number;
  forgetRepeats(error: unknown): void;
}

/** What a client sends again by itself: so often a call. */
export const maxTries = 3;

export function createRetryGate(): RetryGate {
  const budget = createRetryBudget();
  const repeated = new WeakMap<object, number>();
  const repeating = new WeakSet<object>();
  return {
    budget,
    mayRepeat(failureCount, error) {
      if (failureCount === 0) budget.count("failed");
      const mayRepeat = failureCount < maxTries && (!budget.seesCalls() || budget.spend());
      if (typeof error === "object" && error !== null) {
        repeated.set(error, failureCount);
        // an interceptor that asks may have had it before a wrapper came around it
        for (const cause of causesOf(error)) repeating[mayRepeat ? "add" : "delete"](cause as object);
      }
      return mayRepeat;
    },
    isRepeating: (error) => repeating.has(error as object),
    repeatsOf: (error) => repeated.get(error as object) ?? 0,
    forgetRepeats: (error) => void repeated.delete(error as object),
  };
}
