import type { ReauthFlow, ReauthOutcome, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";

/** A flow under way. */
export interface Flight {
  readonly run: ReauthRun;
  /** Ends it. Whatever it still brings is not heard. */
  abort(): void;
}

/** What a flight reports to. */
export interface FlightListener extends Pick<ReauthRequest, "diagnosis" | "onProgress" | "onRefusal"> {
  onOutcome(outcome: ReauthOutcome): void;
  onCrash(error: unknown): void;
}

/** Starts a flow inside the caller's click. One that throws or rejects ends as a failure; nobody is heard after the end. */
export function runFlow(flow: ReauthFlow, { diagnosis, ...listener }: FlightListener): Flight {
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
    listener.onOutcome(outcome);
  });
  const crash = untilOver((error: unknown) => {
    listener.onCrash(error);
    end({ status: "failed", reason: "unsupported" });
  });
  const onProgress = untilOver(listener.onProgress);
  const run = begin(flow, { diagnosis, signal, onProgress, onRefusal: listener.onRefusal });
  Promise.resolve(run.outcome).then(end, crash);
  return {
    run,
    abort() {
      isOver = true;
      controller.abort();
    },
  };
}

function begin(flow: ReauthFlow, request: ReauthRequest): ReauthRun {
  try {
    return flow.start(request);
  } catch (error) {
    const refused = async (): Promise<never> => {
      throw error;
    };
    return { outcome: refused() };
  }
}
