import { createCallTracker, type CallParts } from "./callTracker.js";
import { createReauth } from "./createReauth.js";
import { createRenewal, type Renewal } from "./createRenewal.js";
import type { Renew } from "./renewable.js";
import type { ReauthEngine, ReauthParts } from "./ReauthEngine.js";
import { createRetries, type Retries } from "./createRetries.js";
import { createFailureStore, type FailureStore } from "./failureStore.js";
import type { FlowRunner } from "./flowRunner.js";
import { defaultLimits } from "./promptLimits.js";
import type { RetryGate } from "./retryGate.js";
import type { TrackCall } from "./TrackedCall.js";
import type { TencentErrorClientOptions } from "./TencentErrorClient.js";

/** What a client needs once something has failed. */
export interface Engine {
  readonly reauth: ReauthEngine;
  readonly board: FailureStore;
  readonly retries: Retries;
  readonly track: TrackCall;
}

/** What it goes on from. */
export interface EngineParts extends Omit<ReauthParts, "limits">, Pick<CallParts, "diagnose" | "marks"> {
  readonly limits: TencentErrorClientOptions["limits"];
  readonly gate: RetryGate;
  readonly renew: Renew | undefined;
  /** When the client was made. */
  readonly bornAt: number;
  /** The flow was started in a click, before this was there. */
  readonly isStarted: boolean;
}

export function createEngine({ gate, diagnose, marks, isStarted, renew, bornAt, ...parts }: EngineParts): Engine {
  const limits = { ...defaultLimits, ...parts.limits };
  const runner = isStarted ? adopted(parts.runner) : parts.runner;
  const { isOff, flow } = parts;
  const asking = createReauth({ ...parts, limits, runner });
  const renewal = renew && createRenewal({ renew, reauth: asking, sharedAs: flow?.sharedAs, bornAt, isOff });
  const reauth = renewal === undefined ? asking : renewing(asking, renewal);
  return {
    reauth,
    board: createFailureStore((error) => diagnose(error, { isFailed: true }), parts.isOff),
    retries: createRetries(gate),
    track: createCallTracker({ diagnose, reauth, marks, isOff, renewal }),
  };
}

/** Before a person is asked, the session is renewed. */
function renewing(reauth: ReauthEngine, { require, isOwn, close }: Renewal): ReauthEngine {
  return {
    ...{ ...reauth, require, isOwn },
    dispose() {
      close();
      reauth.dispose();
    },
  };
}

/** A flow that runs already is taken for the one that the table starts. */
function adopted(runner: FlowRunner): FlowRunner {
  let isAhead = true;
  return {
    ...runner,
    current: () => (isAhead ? undefined : runner.current()),
    run(start, diagnosis) {
      if (!isAhead) runner.run(start, diagnosis);
      isAhead = false;
    },
    abort() {
      if (!isAhead) runner.abort();
    },
  };
}
