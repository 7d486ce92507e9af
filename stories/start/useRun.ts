import { useEffect, useState, useSyncExternalStore } from "react";
import type { KitEvent } from "../../src/core.js";
import type { FriendsAppModules } from "../recipes/createFriendsApp.js";
import { lastRun, type Run } from "./timeline.js";

/** What the client told, and what it amounts to. */
export interface Told {
  readonly run: Run | null;
  readonly events: readonly KitEvent[];
}

/** Follows the client's events; the queries say when all is well again. */
export function useRun({ client, queryClient }: FriendsAppModules): Told {
  const { subscribe, getSnapshot } = client.reauth;
  const { status } = useSyncExternalStore(subscribe, getSnapshot);
  const [events, setEvents] = useState<readonly KitEvent[]>([]);
  const [healedAt, setHealedAt] = useState<readonly number[]>([]);
  useEffect(() => {
    let isIll = false;
    const queries = queryClient.getQueryCache();
    const offEvents = client.on((event) => {
      isIll ||= event.type === "failure.diagnosed";
      setEvents((known) => [...known, event].slice(-50));
    });
    const offQueries = queries.subscribe(() => {
      const isWell = queries.getAll().every(({ state }) => state.status === "success" && state.fetchStatus === "idle");
      if (!isIll || !isWell || queryClient.isMutating() > 0 || client.reauth.getSnapshot().status === "failed") return;
      isIll = false;
      setHealedAt((known) => [...known, Date.now()]);
    });
    return () => {
      offEvents();
      offQueries();
    };
  }, [client, queryClient]);
  return { run: lastRun(events, healedAt, status), events };
}
