import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthFlow } from "../model/ReauthFlow.js";
import type { Accounts } from "./Accounts.js";
import { type AffectedCount, isReauthPending, type ReauthStore } from "./createReauthState.js";
import type { Outcomes, OutcomeParts } from "./createOutcomes.js";
import type { Run } from "./createRun.js";
import type { PromptLimits } from "./promptLimits.js";
import { eventFields } from "./events.js";
import type { CallMark, Reauth } from "./Reauth.js";

/** What asks a person to sign in, and what their click starts. */
export type Asking = Pick<Reauth, "require" | "start" | "startFor">;

/** What it decides by. */
export interface AskingParts extends Pick<OutcomeParts, "emit"> {
  readonly flow: ReauthFlow | undefined;
  readonly state: ReauthStore;
  readonly starts: PromptLimits;
  readonly affected: AffectedCount;
  readonly accounts: Pick<Accounts, "learn">;
  readonly run: Run;
  readonly outcomes: Pick<Outcomes, "fail">;
  isOff(): boolean;
}

/** One prompt for all that fails meanwhile, and one flow for all clicks. */
export function createAsking(parts: AskingParts): Asking {
  const { flow, state, starts, affected, accounts, run, outcomes, emit, isOff } = parts;

  function require(
    diagnosis: Diagnosis,
    since: number | CallMark = state.get().epoch,
    others: readonly Diagnosis[] = [],
  ): void {
    const call: Partial<CallMark> & Pick<CallMark, "epoch"> = typeof since === "number" ? { epoch: since } : since;
    const { status, epoch } = state.get();
    if (isOff() || flow === undefined || call.epoch < epoch) return;
    if (status !== "idle" && status !== "succeeded" && status !== "cancelled")
      return join([diagnosis, ...others], call.isLate);
    // a failure opens nothing again that a person has closed; what they do themselves does, after a while
    if (starts.isDismissed() && (call.isByPerson !== true || starts.isCoolingDown())) return;
    affected.clear();
    join([diagnosis, ...others]);
    if (starts.isLoop(diagnosis)) return outcomes.fail("loop", diagnosis);
    state.publish({ status: "required", diagnosis });
    emit({ type: "reauth.required", ...eventFields(diagnosis) });
  }

  function join(diagnoses: readonly Diagnosis[], isLate?: boolean): void {
    for (const each of diagnoses) starts.expect(each);
    for (const each of diagnoses) affected.add(each, isLate);
    run.vouching.fail();
    state.publishCounts();
  }

  function begin(diagnosis = state.get().diagnosis): void {
    if (isOff()) return;
    if (run.isInReach()) return run.current()?.focus?.();
    run.leave();
    accounts.learn();
    if (flow === undefined) return outcomes.fail("unsupported", diagnosis);
    if (diagnosis !== null) starts.expect(diagnosis);
    if (!starts.tryStart()) return outcomes.fail("loop", diagnosis);
    state.publish({ status: "opening", diagnosis });
    emit({ type: "reauth.started", ...eventFields(diagnosis) });
    run.begin((request) => flow.start(request), diagnosis);
  }

  return {
    require,
    start: () => begin(),
    startFor(given) {
      if (isOff()) return;
      const wasAsking = isReauthPending(state.get());
      if (!wasAsking) affected.clear();
      join([given]);
      begin(wasAsking ? undefined : given);
    },
  };
}
