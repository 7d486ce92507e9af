import type { Diagnosis } from "../model/Diagnosis.js";
import type { KitEvent } from "../model/KitEvent.js";
import type { ReauthOutcome, ReauthRequest, ReauthRun, SecurityRefusal } from "../model/ReauthFlow.js";
import { createSignInCalls, type SignInCalls } from "./signInCalls.js";

/** Runs one flow at a time, and knows the calls that it makes itself. */
export interface FlowRunner extends Pick<SignInCalls, "isBeginning" | "isCarried"> {
  /** What runs now. A flow that has ended is current no more when its outcome is reported. */
  current(): ReauthRun | undefined;
  /** Starts a flow inside the caller's click, if there is one. One that throws or rejects ends as a failure. */
  run(start: StartFlow, diagnosis: Diagnosis | null): void;
  /** Ends it. What it still reports is ignored. */
  abort(): void;
}

/** How a flow begins. Null: there is nothing to do. */
type StartFlow = (request: ReauthRequest) => ReauthRun | null;

/** What a flow reports to. */
export interface FlowListener extends Pick<ReauthRequest, "onProgress" | "accountId"> {
  onOutcome(outcome: ReauthOutcome): void;
  onCrash(error: unknown): void;
  emit(event: Omit<KitEvent, "at">): void;
}

export function createFlowRunner({ onOutcome, onCrash, emit, ...listener }: FlowListener): FlowRunner {
  const calls = createSignInCalls();
  const onRefusal = reportRefusals(emit);
  let flow: { readonly run: ReauthRun; abort(): void } | undefined;

  function run(start: StartFlow, diagnosis: Diagnosis | null): void {
    const controller = new AbortController();
    const { signal } = controller;
    let isOver = false;

    function end(outcome: ReauthOutcome): void {
      if (isOver) return;
      isOver = true;
      flow = undefined;
      onOutcome(outcome);
    }

    const request: ReauthRequest = {
      ...{ ...listener, diagnosis, signal, onRefusal, own: calls.run },
      onProgress(progress) {
        if (!isOver) listener.onProgress(progress);
      },
    };
    const begun = guarded(() => calls.run(() => start(request), signal));
    if (begun === null) return;
    flow = {
      run: begun,
      abort() {
        isOver = true;
        controller.abort();
      },
    };
    Promise.resolve(begun.outcome).then(end, (error: unknown) => {
      if (!isOver) onCrash(error);
      end({ status: "failed", reason: "unsupported" });
    });
  }

  return {
    current: () => flow?.run,
    run,
    abort() {
      flow?.abort();
      flow = undefined;
    },
    isBeginning: calls.isBeginning,
    isCarried: calls.isCarried,
  };
}

function guarded(start: () => ReauthRun | null): ReauthRun | null {
  try {
    return start();
  } catch (error) {
    const rejected = async (): Promise<never> => {
      throw error;
    };
    return { outcome: rejected() };
  }
}

/** Counts what was refused and emits the first, second, fourth, eighth, …: a flood of messages floods no log. */
function reportRefusals(emit: FlowListener["emit"]): (refusal: SecurityRefusal) => void {
  const counts = new Map<SecurityRefusal, number>();
  return (refusal) => {
    const count = (counts.get(refusal) ?? 0) + 1;
    counts.set(refusal, count);
    if (Number.isInteger(Math.log2(count))) emit({ type: `security.${refusal}`, count });
  };
}
