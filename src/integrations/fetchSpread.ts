import type { Query } from "@tanstack/react-query";

/** So few may start together: no server calls that a herd. */
const atOnce = 6;
const maxInFlight = 20;
const windowMs = 1000;

/** Fetches each query once more, spread over a second when they are many, at most 20 at a time. */
export function fetchSpread(queries: readonly Query[]): void {
  const due: Query[] = [];
  let inFlight = 0;

  function next(): void {
    const query = inFlight < maxInFlight ? due.shift() : undefined;
    if (query === undefined) return;
    inFlight += 1;
    // the query holds its own error
    query.fetch().then(done, done);
  }

  function done(): void {
    inFlight -= 1;
    next();
  }

  queries.forEach((query, index) => {
    const delay = queries.length <= atOnce ? 0 : ((index + Math.random()) / queries.length) * windowMs;
    setTimeout(() => {
      due.push(query);
      next();
    }, delay);
  });
}
