import type { MutationCacheNotifyEvent, QueryClient } from "@tanstack/react-query";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";

type CachedMutation = NonNullable<MutationCacheNotifyEvent["mutation"]>;

/** Opens the prompt, or joins it, for changes that no guard holds. They are not sent again. Returns what ends it. */
export function watchMutations(queryClient: QueryClient, { diagnose, reauth }: TencentErrorClient): () => void {
  const startedIn = new WeakMap<CachedMutation, number>();
  return queryClient.getMutationCache().subscribe((event) => {
    if (event.type !== "updated") return;
    const { mutation, action } = event;
    if (action.type === "pending") startedIn.set(mutation, reauth.getSnapshot().epoch);
    if (action.type !== "error") return;
    const diagnosis = diagnose(action.error);
    if (diagnosis.retry === "auth") reauth.require(diagnosis, startedIn.get(mutation));
  });
}
