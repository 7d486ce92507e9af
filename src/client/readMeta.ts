import { ownOptions } from "../core/ownOptions.js";
import { readOwn } from "../core/read.js";
import type { ReplayRule } from "../model/ReauthSnapshot.js";

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
