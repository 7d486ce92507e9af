import { attempt, read } from "../../base/safely.js";
import type { AccountChoice } from "../../client/accountChoice.js";
import { createGuard } from "../../client/createGuard.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";

/** A function that SWR calls with a key, and for a mutation with an argument. */
export type SwrFetcher = (...args: readonly unknown[]) => unknown;

interface FetcherParts {
  readonly track: (change: Promise<unknown>) => Promise<unknown>;
  readonly choice: AccountChoice;
}

/** A read fails at once when it needs a sign-in. A mutation is held instead, and tracked until it is over. */
export function guardSwrFetcher(
  fetcher: SwrFetcher,
  client: TencentErrorClient,
  { track, choice }: FetcherParts,
): SwrFetcher {
  return (...args) => {
    const [key, more] = args;
    // a subscription returns at once, with its unsubscribe function
    if (typeof read(more, "next") === "function") return fetcher(...args);
    const send = async (): Promise<unknown> => fetcher(...args);
    // asked again by the kit, so that no notice does
    const own = async (): Promise<unknown> => {
      const chosen = choice.pending();
      if (chosen !== undefined) await chosen;
      return send().catch((error: unknown) => {
        if (client.diagnose(error).retry === "auth") client.retries.know(own, error);
        throw error;
      });
    };
    // SWR calls only the function of a mutation with an argument beside the key
    if (args.length > 1) return track(guardChange(client, [key, read(more, "arg")], send)());
    const name = attempt(() => JSON.stringify(key)) ?? "";
    return createGuard((call) => client.begin({ ...call, hold: false, replay: "auto" }))(own, { key: `swr ${name}` })();
  };
}

/** What is sent anew is known by its key and argument, since each rendering has a function of its own. */
function guardChange(client: TencentErrorClient, call: readonly unknown[], send: () => Promise<unknown>): typeof send {
  return createGuard((options) => client.begin({ ...options, call }))(send);
}
