/** What a call returns, or undefined when it throws: for platforms that refuse what they offer. */
export function attempt<Result>(call: () => Result): Result | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}
