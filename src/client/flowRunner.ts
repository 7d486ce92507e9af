import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthOutcome, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";

/** The flow under way: one at a time. */
interface FlowRunner {
  /** What runs now. */
  current(): ReauthRun | undefined;
  run(begin: StartFlow, diagnosis: Diagnosis | null): void;
  /** Ends it. Whatever it still brings is not heard. */
  abort(): void;
}

/** Runs one flow at a time. A flow that has ended is current no more when its outcome is told. */
export function createFlowRunner({ onOutcome, ...listener }: Omit<FlowListener, "diagnosis">): FlowRunner {
  let flow: FlowRun | undefined;
  return {
    current: () => flow?.run,
    run(begin, diagnosis) {
      flow = startFlow(begin, {
        ...listener,
        diagnosis,
        onOutcome(outcome) {
          flow = undefined;
          onOutcome(outcome);
        },
      });
    },
    abort() {
      flow?.abort();
      flow = undefined;
    },
  };
}

/** A flow under way. */
interface FlowRun {
  readonly run: ReauthRun;
  /** Ends it. Whatever it still brings is not heard. */
  abort(): void;
}

/** What a flow reports to. */
interface FlowListener extends Omit<ReauthRequest, "signal"> {
  onOutcome(outcome: ReauthOutcome): void;
  onCrash(error: unknown): void;
}

/** How a flow begins. Null: there is nothing to do. */
export type StartFlow = (request: ReauthRequest) => ReauthRun | null;

/**
 * Starts a flow, inside the caller's click if there is one. One that throws or rejects ends as a failure; nobody is heard
 * after the end.
 */
function startFlow(begin: StartFlow, { onOutcome, onCrash, ...listener }: FlowListener): FlowRun | undefined {
  const controller = new AbortController();
  const { signal } = controller;
  let isOver = false;
  const untilOver =
    <Value>(tell: (value: Value) => void) =>
    (value: Value): void => {
      if (!isOver) tell(value);
    };
  const end = untilOver((outcome: ReauthOutcome) => {
    isOver = true;
    onOutcome(outcome);
  });
  const crash = untilOver((error: unknown) => {
    onCrash(error);
    end({ status: "failed", reason: "unsupported" });
  });
  const onProgress = untilOver(listener.onProgress);
  const run = guarded(begin, { ...listener, signal, onProgress });
  if (run === null) return undefined;
  Promise.resolve(run.outcome).then(end, crash);
  return {
    run,
    abort() {
      isOver = true;
      controller.abort();
    },
  };
}

function guarded(begin: StartFlow, request: ReauthRequest): ReauthRun | null {
  try {
    return begin(request);
  } catch (error) {
    const refused = async (): Promise<never> => {
      throw error;
    };
    return { outcome: refused() };
  }
}
