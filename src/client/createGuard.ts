import { read } from "../core/read.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReplayRule } from "../model/ReauthSnapshot.js";
import type { Reauth } from "./Reauth.js";

/** How a guarded call waits for a reauthorization. */
export interface GuardOptions {
  /**
   * Whether its promise stays open until somebody signed in again. Default: true, except for a query's function (it is
   * called with a `queryKey`), which fails at once and is fetched again.
   */
  readonly hold?: boolean | undefined;
  /**
   * How a held call is sent again: `auto` by itself, for calls that may safely run twice; `confirm` after one question for
   * all of them; `never`. Default: `confirm`, and `auto` for a query's function.
   */
  readonly replay?: ReplayRule | undefined;
}

/** Wraps a function so that its calls survive a reauthorization. */
export type Guard = <Args extends readonly unknown[], Result>(
  call: (...args: Args) => Promise<Result>,
  options?: GuardOptions,
) => (...args: Args) => Promise<Result>;

/** Sent again once for each success at most: what fails twice is not healed by a third time. */
const maxReplays = 2;

/** The wrapped promise is the caller's own: it resolves with the replay's answer. */
export function createGuard(diagnose: (error: unknown) => Diagnosis, reauth: Reauth): Guard {
  return (call, options = {}) =>
    async (...args) => {
      const isQuery = read(args[0], "queryKey") !== undefined;
      const { hold = !isQuery, replay = isQuery ? "auto" : "confirm" } = options;
      for (let replays = 0; ; replays += 1) {
        const { epoch } = reauth.getSnapshot();
        try {
          return await call(...args);
        } catch (error) {
          const diagnosis = diagnose(error);
          if (diagnosis.retry !== "auth") throw error;
          const isHealed = epoch < reauth.getSnapshot().epoch;
          if (replays >= maxReplays || replay === "never" || !(hold || isHealed)) {
            reauth.require(diagnosis, epoch);
            throw error;
          }
          await reauth.hold(diagnosis, { replay, error, signal: signalOf(args) }, epoch);
        }
      }
    };
}

function signalOf(args: readonly unknown[]): AbortSignal | undefined {
  return args.map((arg) => read(arg, "signal")).find((signal): signal is AbortSignal => typeof read(signal, "aborted") === "boolean");
}
