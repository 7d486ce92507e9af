import type { QueryClient } from "@tanstack/react-query";
import { createChunk } from "../../base/chunk.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import type { CachedMutation, CachedQuery, FirstNotes } from "./FirstNotes.js";
import { createMutationStarts, createQueryStarts } from "./callStarts.js";

/** What a page needs of its queries once something has failed. */
const watchChunk = /* @__PURE__ */ createChunk(async () => import("./watchQueries.js"));

/**
 * As long as nothing has failed, no session can have changed: calls are marked, and that is all. The first failure fetches what
 * watches them, which goes on from here. Where that can't be had, failures are shown, and a sign-in fetches all again.
 */
export function watchFirst(queryClient: QueryClient, client: TencentErrorClient): () => void {
  const { reauth, board } = client;
  const queries = createQueryStarts(client);
  const mutations = createMutationStarts(client);
  const failed: FirstNotes["failed"] = new Set();
  let since = reauth.getSnapshot();
  let offs: readonly (() => void)[] = [];

  function end(): void {
    for (const off of offs) off();
  }

  function takeOver(): void {
    const found = watchChunk.now();
    if (found === undefined) return;
    end();
    offs = [found.watchQueries(queryClient, client, { queries, mutations, failed, since })];
  }

  function fetchRest(): void {
    watchChunk.load().catch(standIn);
  }

  function fail(call: CachedQuery | CachedMutation): void {
    failed.add(call);
    fetchRest();
  }

  function standIn(): void {
    for (const call of failed) {
      const error: unknown = call.state.error;
      board.post(call, error);
      const diagnosis = client.diagnose(error);
      if (diagnosis.retry === "auth") reauth.require(diagnosis);
    }
    failed.clear();
    const now = reauth.getSnapshot();
    if (now.epoch === since.epoch) return;
    const isOther = now.reason === "accountMismatch" || now.accountEpoch !== since.accountEpoch;
    since = now;
    if (isOther) void queryClient.resetQueries();
    else void queryClient.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" });
  }

  offs = [
    watchChunk.subscribe(takeOver),
    reauth.subscribe(fetchRest),
    queryClient.getQueryCache().subscribe((event) => {
      queries.observers.onCache(event);
      if (event.type !== "updated") return;
      const { query, action } = event;
      if (action.type === "fetch") {
        client.retries.count("fetched");
        queries.begin(query);
      } else if (action.type === "success") {
        failed.delete(query);
        board.clear(query, true);
      } else if (action.type === "error") fail(query);
      else if (action.type === "failed") {
        client.emit({ type: "retry.scheduled", count: action.failureCount });
        fetchRest();
      }
    }),
    queryClient.getMutationCache().subscribe((event) => {
      mutations.onCache(event);
      if (event.type === "updated" && event.action.type === "error") fail(event.mutation);
    }),
  ];
  takeOver();
  return end;
}
