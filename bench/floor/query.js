// One notice state per QueryClient, fed by the QueryCache; at most one publish per macrotask however many queries fail.
import { normalise } from "./core.js";

export function createGate(client) {
  let state = { count: 0, last: undefined },
    timer = 0;
  const failed = new Set(),
    subs = new Set();
  const publish = () => {
    timer = 0;
    state = { count: failed.size, last: state.last };
    subs.forEach((f) => f());
  };
  const off = client.getQueryCache().subscribe(({ type, query, action }) => {
    if (type !== "updated") return;
    if (action.type === "error") {
      const n = normalise(action.error);
      if (n?.kind !== "a") return;
      failed.add(query.queryHash);
      state.last = n;
    } else if (action.type !== "success" || !failed.delete(query.queryHash)) return;
    timer ||= setTimeout(publish);
  });
  return {
    subscribe: (f) => (subs.add(f), () => subs.delete(f)),
    get: () => state,
    /** after the user authorised again: refetch what failed for want of a token, and only that */
    recover: () => client.refetchQueries({ predicate: (q) => failed.has(q.queryHash) }),
    dispose: off,
  };
}

/** Silent refresh: N concurrent failures share one refresh and each retries once. */
export function singleFlight(refresh) {
  let p;
  return (fn) =>
    fn().catch((e) => {
      if (normalise(e)?.kind !== "a") throw e;
      return (p ||= refresh().finally(() => {
        p = undefined;
      })).then(fn);
    });
}
