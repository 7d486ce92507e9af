import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { attempt } from "../core/attempt.js";
import type { SwrFetcher } from "./SwrLike.js";

/** Notes each key that fails for want of a sign-in, with what asks for it again. A mutation waits for the sign-in instead. */
export function guardSwrFetcher(
  fetcher: SwrFetcher,
  client: TencentErrorClient,
  failed: Map<string, () => unknown>,
  revalidate: () => unknown,
): SwrFetcher {
  return async (...args) => {
    const send = async (): Promise<unknown> => fetcher(...args);
    // SWR calls only a mutation's function with an argument beside the key
    if (args.length > 1) return client.guard(send)();
    const key = attempt(() => JSON.stringify(args[0])) ?? "";
    try {
      const data = await client.guard(send, { hold: false, replay: "auto", key: `swr ${key}` })();
      failed.delete(key);
      return data;
    } catch (error) {
      if (client.diagnose(error).retry === "auth") failed.set(key, revalidate);
      throw error;
    }
  };
}
