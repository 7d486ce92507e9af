import type { QueryClient } from "@tanstack/react-query";
import { hasPage } from "../../client/store.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import { watchFirst } from "./watchFirst.js";

interface Attachment {
  users: number;
  readonly detach: () => void;
}

const attachments = new WeakMap<QueryClient, Map<TencentErrorClient, Attachment>>();

/**
 * Lets queries recover: those that need a sign-in open the one prompt, and are fetched once more after the sign-in,
 * also where a boundary has unmounted their observers. After a sign-in with another account the old data is dropped first.
 * Only subscribes: the host's caches, defaults and callbacks stay as they are. Returns the function that detaches; a pair that is
 * attached twice stays attached until both are detached. On a server it does nothing.
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
export function attachTencentErrors(queryClient: QueryClient, client: TencentErrorClient): () => void {
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
