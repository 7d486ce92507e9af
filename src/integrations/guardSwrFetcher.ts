import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { attempt } from "../core/attempt.js";
import { read } from "../core/read.js";
import type { SwrFetcher } from "./SwrLike.js";

/** A reading fails at once for want of a sign-in. A mutation waits for it instead, and is told to `track` until it is over. */
export function guardSwrFetcher(
  fetcher: SwrFetcher,
  client: TencentErrorClient,
  track: (change: Promise<unknown>) => Promise<unknown>,
): SwrFetcher {
  return (...args) => {
    const [key, more] = args;
    // a subscription answers at once, with what ends it
    if (typeof read(more, "next") === "function") return fetcher(...args);
    const send = async (): Promise<unknown> => fetcher(...args);
    // SWR calls only a mutation's function with an argument beside the key
    if (args.length > 1) return track(client.guard(send)());
    const name = attempt(() => JSON.stringify(key)) ?? "";
    return client.guard(send, { hold: false, replay: "auto", key: `swr ${name}` })();
  };
}
