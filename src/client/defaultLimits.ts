import type { Limits } from "../model/Limits.js";

/** What holds when the app sets nothing. */
export const defaultLimits: Limits = {
  starts: 3,
  startsWindowMs: 300_000,
  loopMs: 60_000,
  coolDownMs: 30_000,
  holdMs: 600_000,
};
