import type { ReplayRule } from "../model/ReauthSnapshot.js";

/**
 * What a query, a mutation or an axios call may say about itself, as `meta.tencent` or `config.tencent`. Anything else there
 * reads as nothing. TanStack Query knows no types for it unless the app says so, once, in its own module:
 *
 *     declare module "@tanstack/react-query" {
 *       interface Register { queryMeta: { tencent?: TencentMeta }; mutationMeta: { tencent?: TencentMeta } }
 *     }
 */
export interface TencentMeta {
  /** It may be sent twice without harm, so it is sent again without asking: short for `replay: "auto"`. */
  readonly idempotent?: boolean | undefined;
  /** Whether it waits for a reauthorization instead of failing. */
  readonly hold?: boolean | undefined;
  readonly replay?: ReplayRule | undefined;
}
