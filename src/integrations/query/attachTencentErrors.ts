import type { QueryClient } from "@tanstack/react-query";
import { hasPage } from "../../client/store.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import { createChunk } from "../../base/chunk.js";
import type { CachedMutation, CachedQuery, FirstNotes } from "./FirstNotes.js";
import { createMutationStarts, createQueryStarts } from "./callStarts.js";

/** What a page needs of its queries once something has failed. */
const watchChunk = /* @__PURE__ */ createChunk(async () => import("./watchQueries.js"));

interface Attachment {
  users: number;
  readonly detach: () => void;
}

const attachments = new WeakMap<QueryClient, Map<TencentErrorClient, Attachment>>();

/**
 * Lets queries recover: those that need a sign-in open the one prompt, and are fetched once more after the sign-in,
 * also where a boundary has unmounted their observers. After a sign-in with another account the old data is dropped first.
 * Only subscribes: the host's caches, defaults and callbacks stay as they are. Returns the function that detaches; a pair that is
 * attached twice stays attached until both are detached. On a server it does nothing. Of options there are none: `{}` is taken.
 * @example
 * ```ts
 * import { QueryClient } from "@tanstack/react-query";
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { attachTencentErrors } from "tencent-error-kit/query";
 *
 * const queryClient = new QueryClient();
 * const client = createTencentErrorClient();
 * export const detach = attachTencentErrors(queryClient, client);
 * ```
 */
export function attachTencentErrors(
  queryClient: QueryClient,
  client: TencentErrorClient,
  _options?: Readonly<Record<string, never>>,
): () => void {
  // a server makes one for each request, and no person signs in there: the client must not hold them
  if (!hasPage()) return () => undefined;
  const clients = attachments.get(queryClient) ?? new Map<TencentErrorClient, Attachment>();
  const attachment = clients.get(client) ?? { users: 0, detach: watchFirst(queryClient, client) };
  attachments.set(queryClient, clients);
  clients.set(client, attachment);
  attachment.users += 1;
  let isAttached = true;
  return () => {
    if (!isAttached) return;
    isAttached = false;
    attachment.users -= 1;
    if (attachment.users > 0) return;
    clients.delete(client);
    attachment.detach();
  };
}

/**
 * As long as nothing has failed, no session can have changed: calls are marked, and that is all. The first failure fetches what
 * watches them, which goes on from here. Where that can't be had, failures are shown, and a sign-in fetches all again.
 */
function watchFirst(queryClient: QueryClient, client: TencentErrorClient): () => void {
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
