import { ownOptions, readOwn } from "../base/safely.js";
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

/** What a call says about itself in `meta.tencent`, wherever its function is given that. Strangers' values read as nothing. */
export function readMeta(args: readonly unknown[]): { readonly hold?: boolean; readonly replay?: ReplayRule } {
  const found = args.map((arg) => readOwn(readOwn(arg, "meta"), "tencent")).find((meta) => typeof meta === "object");
  const hold = readOwn(found, "hold");
  const replay = readOwn(found, "replay") ?? (readOwn(found, "idempotent") === true ? "auto" : undefined);
  return ownOptions({ ...(typeof hold === "boolean" && { hold }), ...(isReplayRule(replay) && { replay }) });
}

function isReplayRule(value: unknown): value is ReplayRule {
  return value === "auto" || value === "confirm" || value === "never";
}
