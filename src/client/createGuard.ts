import { attempt, ownOptions, read } from "../base/safely.js";
import type { CallOptions, Guard, GuardOptions, TrackedCall } from "./TrackedCall.js";
import { replayRule, warnOfHold, withDefaults } from "./replayRule.js";
import { readMeta } from "./TencentMeta.js";

/** The wrapped promise is the caller's own: it resolves with the replay's answer. */
export function createGuard(begin: (options: CallOptions) => TrackedCall): Guard {
  return (send, given = {}) => {
    const options = ownOptions(given);
    warnOfHold(options);
    return async (...args) => {
      const call = begin(optionsOf(send, args, options));
      await call.ready();
      for (;;) {
        try {
          const answer = await send(...args);
          call.succeed(answer);
          return answer;
        } catch (error) {
          await call.heal(error);
        }
      }
    };
  };
}

function optionsOf(send: unknown, args: readonly unknown[], given: GuardOptions): CallOptions {
  const queryKey = read(args[0], "queryKey");
  const isQuery = queryKey !== undefined;
  const key = given.key ?? (isQuery ? attempt(() => JSON.stringify(queryKey)) : undefined);
  const said = withDefaults(readMeta(args), given);
  const rule = replayRule(said, isQuery, key !== undefined);
  const call = [send, ...args];
  return { ...rule, key, label: said.label, call, signal: () => signalOf(args), sent: () => args };
}

/** A signal given as such or inside an object, as fetch, axios and TanStack Query do. */
function signalOf(args: readonly unknown[]): AbortSignal | undefined {
  return args.flatMap((arg) => [arg, read(arg, "signal")]).find(isSignal);
}

function isSignal(value: unknown): value is AbortSignal {
  return typeof read(value, "aborted") === "boolean" && typeof read(value, "addEventListener") === "function";
}
