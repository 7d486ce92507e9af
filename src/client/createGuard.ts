import { attempt, ownOptions, read } from "../base/safely.js";
import type { ReplayRule } from "../model/ReauthSnapshot.js";
import type { TrackedCall, CallOptions } from "./TrackedCall.js";
import { replayRule, sayOver } from "./replayRule.js";
import { readMeta } from "./TencentMeta.js";

/** How a guarded call waits for a reauthorization. What `meta.tencent` of a query or a mutation says counts more. */
export interface GuardOptions {
  /**
   * How it waits for a reauthorization. `never`: it fails at once. `auto`: it stays open and is sent again by itself, for calls that
   * may safely run twice. `confirm`: it stays open and is sent again after one question for all of them; what only reads is not asked
   * about. Default: `confirm`; a query's function (it is called with a `queryKey`) fails at once and is fetched again.
   */
  readonly replay?: ReplayRule | undefined;
  /** @deprecated `replay` decides alone: `"never"` for false, `"auto"` or `"confirm"` for true. Goes with the next release. */
  readonly hold?: boolean | undefined;
  /** What it asks for, when it only reads: it is not sent again while a sign-in is pending. Default: the `queryKey`. */
  readonly key?: string | undefined;
  /** What it does, for the question before it is sent again: `Save the note`. Default: its method and path, where they are known. */
  readonly label?: string | undefined;
}

/**
 * Wraps a function so that its calls survive a reauthorization.
 * @example
 * ```ts
 * import { createTencentErrorClient, unwrap } from "tencent-error-kit/core";
 *
 * const client = createTencentErrorClient();
 * // safe to send twice, since the server knows the key of a change that it has made already
 * export const addFriend = client.guard(
 *   async (name: string) => unwrap(await (await fetch(`/api/friends/${name}`, { method: "PUT" })).json()),
 *   { replay: "auto" },
 * );
 * ```
 */
export type Guard = <Args extends readonly unknown[], Result>(
  call: (...args: Args) => Promise<Result>,
  options?: GuardOptions,
) => (...args: Args) => Promise<Result>;

/** The wrapped promise is the caller's own: it resolves with the replay's answer. */
export function createGuard(
  begin: (options: CallOptions) => TrackedCall,
  check?: (given: GuardOptions) => void,
): Guard {
  return (send, given = {}) => {
    const options = ownOptions(given);
    check?.(options);
    return async (...args) => {
      const call = begin(optionsOf(send, args, options));
      await call.ready();
      for (;;) {
        try {
          const answer = await send(...args);
          call.succeed();
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
  const said = sayOver(readMeta(args), given);
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
