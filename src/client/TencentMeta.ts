import { readOwn } from "../base/safely.js";
import type { ReplayRule } from "../model/ReauthSnapshot.js";
import { type ReplayChoice, warnOfHold } from "./replayRule.js";

/**
 * What a query, a mutation or an axios call may say about itself, as `meta.tencent` or `config.tencent`. Anything else there
 * reads as nothing. `meta` is read where the guarded function is given it, as `client.guard(mutationFn)` is; a call that `mutationFn` makes
 * says it itself. TanStack Query and axios know no types for it unless the app says so, once, in its own module:
 *
 *     declare module "@tanstack/react-query" {
 *       interface Register { queryMeta: { tencent?: TencentMeta }; mutationMeta: { tencent?: TencentMeta } }
 *     }
 *     declare module "axios" {
 *       interface AxiosRequestConfig { tencent?: TencentMeta }
 *     }
 */
export interface TencentMeta {
  /** It may be sent twice without harm, so it is sent again without asking: short for `replay: "auto"`. */
  readonly idempotent?: boolean | undefined;
  /** How it waits for a reauthorization: `never` fails at once, `auto` and `confirm` wait. */
  readonly replay?: ReplayRule | undefined;
  /** What it does, for the question before it is sent again: `Save the note`. Default: its method and path, where they are known. */
  readonly label?: string | undefined;
  /** @deprecated `replay` decides alone. Goes with the next release. */
  readonly hold?: boolean | undefined;
}

/** What a call says about itself in `meta.tencent`, wherever its function is given that. Strangers' values read as nothing. */
export function readMeta(args: readonly unknown[]): ReplayChoice {
  const found = args.map((arg) => readOwn(readOwn(arg, "meta"), "tencent")).find((meta) => typeof meta === "object");
  const hold = readOwn(found, "hold");
  const replay = readOwn(found, "replay") ?? (readOwn(found, "idempotent") === true ? "auto" : undefined);
  const label = readOwn(found, "label");
  const said = {
    hold: typeof hold === "boolean" ? hold : undefined,
    replay: isReplayRule(replay) ? replay : undefined,
    label: typeof label === "string" ? label : undefined,
  };
  warnOfHold(said);
  return said;
}

function isReplayRule(value: unknown): value is ReplayRule {
  return value === "auto" || value === "confirm" || value === "never";
}
