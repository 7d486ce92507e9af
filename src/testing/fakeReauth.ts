import type { ReauthFlow, ReauthOutcome, ReauthProgress, ReauthRequest } from "../model/ReauthFlow.js";

/** A sign-in that a test plays by hand. */
export interface FakeReauth extends ReauthFlow {
  /** How often it was started. */
  readonly starts: number;
  /** Tells the page how far it is. */
  progress(progress: ReauthProgress): void;
  /** Ends the one under way. */
  end(outcome: ReauthOutcome): void;
}

/**
 * A flow without windows, servers or clocks: a test says how it goes on and how it ends.
 * @example
 * ```ts
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { fakeReauth } from "tencent-error-kit/testing";
 *
 * const reauth = fakeReauth();
 * const client = createTencentErrorClient({ reauth });
 * client.reauth.require(client.diagnose({ ret: -21 }));
 * client.reauth.start();
 * reauth.end({ status: "succeeded" });
 * ```
 */
export function fakeReauth(): FakeReauth {
  let starts = 0;
  let request: ReauthRequest | undefined;
  let end: (outcome: ReauthOutcome) => void = () => undefined;
  return {
    kind: "fake",
    get starts() {
      return starts;
    },
    start(given) {
      starts += 1;
      request = given;
      return { outcome: new Promise((resolve) => (end = resolve)) };
    },
    progress(progress) {
      request?.onProgress(progress);
    },
    end(outcome) {
      end(outcome);
    },
  };
}
