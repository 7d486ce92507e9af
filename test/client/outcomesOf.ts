/** How each promise ended so far, read without waiting for any. */
export interface Outcomes {
  readonly resolved: unknown[];
  readonly rejected: unknown[];
}

/** Collects what becomes of promises. */
export function outcomesOf(
  promises: readonly Promise<unknown>[],
  outcomes: Outcomes = { resolved: [], rejected: [] },
): Outcomes {
  for (const promise of promises)
    promise.then(
      (value) => outcomes.resolved.push(value),
      (error: unknown) => outcomes.rejected.push(error),
    );
  return outcomes;
}
