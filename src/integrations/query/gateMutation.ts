import type { MutationCacheNotifyEvent } from "@tanstack/react-query";
import type { CallMark } from "../../client/Reauth.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";

/** A mutation, as the cache holds it. */
export type CachedMutation = NonNullable<MutationCacheNotifyEvent["mutation"]>;

/**
 * Sends a mutation that was paused or is retried only for the account that began it: where that
 * can't be known, a person is asked first. Holds for options of later renders too.
 */
export function gateMutation(mutation: CachedMutation, mark: CallMark, { begin }: TencentErrorClient): void {
  const failed = (): unknown => mutation.state.failureReason;
  const call = begin({ hold: true, replay: "confirm", call: [mutation], repeats: { mark }, failed });
  const put = mutation.setOptions.bind(mutation);
  const setOptions: typeof put = (options) => {
    const { mutationFn } = options;
    const send = async (...args: Parameters<NonNullable<typeof mutationFn>>): Promise<unknown> => {
      await call.ready();
      return mutationFn?.(...args) as unknown;
    };
    put({ ...options, ...(mutationFn && { mutationFn: send }) });
  };
  setOptions(mutation.options);
  Object.assign(mutation, { setOptions });
}
