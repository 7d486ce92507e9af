import { accountIdOf } from "../base/accountId.js";
import { attempt } from "../base/safely.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthFlow } from "../model/ReauthFlow.js";
import { watchDeparture } from "./accountReview.js";
import { createCallTracker } from "./callTracker.js";
import { createReauth } from "./createReauth.js";
import { createRenewal } from "./createRenewal.js";
import { isForAll } from "./flowFor.js";
import { joinReauths } from "./joinReauths.js";
import { createRetries } from "./createRetries.js";
import { createFailureStore } from "./failureStore.js";
import { defaultLimits } from "./promptLimits.js";
import { createSignInCalls } from "./signInCalls.js";
import type { Engine, EngineParts, FlowRunner, ReauthEngine, Renewal } from "./Engine.js";

/** One reauthorization, with what renews its session. */
interface Provided {
  readonly flow: ReauthFlow | undefined;
  readonly reauth: ReauthEngine;
  readonly renewal: Renewal | undefined;
}

/** All of a client that waits for the first failure: a reauthorization for each flow, the board, the retries. */
export function createEngine(parts: EngineParts): Engine {
  const { gate, diagnose, marks, isOff, flows, flowFor } = parts;
  // a session may be renewed also where no flow heals the failure
  const all = (isForAll(flows) ? [flows[0]] : [...flows, undefined]).map((flow) => createProvided(flow, parts));
  const [first] = all as [Provided, ...Provided[]];
  const placeOf = (diagnosis: Diagnosis): number => {
    const flow = flowFor(diagnosis);
    return all.findIndex((each) => each.flow === flow);
  };
  const reauths = all.map((each) => each.reauth);
  const reauth = reauths.length === 1 ? first.reauth : joinReauths(reauths, placeOf);
  const before: Renewal["before"] = (diagnosis, begun, call) => {
    const place = placeOf(diagnosis);
    return (all[place] ?? first).renewal?.before(diagnosis, begun.providers?.[place] ?? begun, call);
  };
  return {
    reauth,
    board: createFailureStore((error) => diagnose(error, { isFailed: true }), isOff),
    retries: createRetries(gate),
    track: createCallTracker({ diagnose, reauth, marks, isOff, renewal: { before } }),
    of: (flow) => (all.find((each) => each.flow === flow) ?? first).reauth,
  };
}

/** With several flows each one has limits, accounts and events of its own. */
function createProvided(flow: ReauthFlow | undefined, given: EngineParts): Provided {
  const { runners, flows, renew, bornAt, isOff, accountId, emit, onAccountChange, ...parts } = given;
  const limits = { ...defaultLimits, ...parts.limits };
  const found = runners.find((each) => each.flow === flow) ?? none;
  const runner = found.isStarted() ? adopted(found) : found;
  const provider = flow?.provider;
  const named = isForAll(flows) ? {} : { provider: provider?.id ?? "qq" };
  const asking = createReauth({
    ...{ ...parts, flow, limits, runner, isOff },
    accountId: () => accountId(provider),
    emit: (event) => emit({ ...event, ...named }),
    onAccountChange(change) {
      try {
        onAccountChange({ ...change, ...(provider && { provider }) });
      } catch (error) {
        parts.onCrash(error);
      }
    },
    first: flow === flows[0] ? parts.first : { session: parts.first.session, present: undefined },
  });
  watchDeparture(asking, () => attempt(() => accountIdOf(accountId(provider))) !== undefined, isOff);
  const { onCrash } = parts;
  const renewal = renew && createRenewal({ renew, reauth: asking, sharedAs: flow?.sharedAs, bornAt, isOff, onCrash });
  return { flow, renewal, reauth: renewal === undefined ? asking : renewing(asking, renewal) };
}

/** Before a person is asked, the session is renewed. */
function renewing(reauth: ReauthEngine, { require, isOwn, cancel, rejectHeld, close }: Renewal): ReauthEngine {
  return {
    ...{ ...reauth, require, isOwn, cancel, rejectHeld },
    dispose() {
      close();
      reauth.dispose();
    },
  };
}

/** Where no flow is there, nothing runs. */
const none: FlowRunner = {
  calls: createSignInCalls(),
  current: () => undefined,
  start: () => undefined,
  isStarted: () => false,
  resume: () => undefined,
  abort: () => undefined,
};

/** A flow that runs already is taken for the one that the table starts. */
function adopted(runner: FlowRunner): FlowRunner {
  let isAhead = true;
  return {
    ...runner,
    current: () => (isAhead ? undefined : runner.current()),
    start(diagnosis) {
      if (!isAhead) runner.start(diagnosis);
      isAhead = false;
    },
    abort() {
      if (!isAhead) runner.abort();
    },
  };
}
