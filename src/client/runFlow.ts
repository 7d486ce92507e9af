import type { ReauthFlow, ReauthOutcome, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";

/** A flow under way. */
export interface Flight {
  readonly run: ReauthRun;
  abort(): void;
}

/** What a flight reports to. */
export interface FlightListener extends Pick<ReauthRequest, "diagnosis" | "onProgress" | "onRefusal"> {
  onOutcome(outcome: ReauthOutcome): void;
  onCrash(error: unknown): void;
}

/** Starts a flow inside the caller's click. A flow that throws or rejects ends as a failure; an aborted one is heard no more. */
export function runFlow(flow: ReauthFlow, listener: FlightListener): Flight {
  const controller = new AbortController();
  const { signal } = controller;
  const unlessAborted =
    <Value>(tell: (value: Value) => void) =>
    (value: Value): void => {
      if (!signal.aborted) tell(value);
    };
  const crash = (error: unknown): void => {
    listener.onCrash(error);
    listener.onOutcome({ status: "failed", reason: "unsupported" });
  };
  const { diagnosis, onRefusal } = listener;
  const run = begin(flow, { diagnosis, signal, onRefusal, onProgress: unlessAborted(listener.onProgress) });
  run.outcome.then(unlessAborted(listener.onOutcome), unlessAborted(crash));
  return {
    run,
    abort() {
      controller.abort();
    },
  };
}

function begin(flow: ReauthFlow, request: ReauthRequest): ReauthRun {
  try {
    return flow.start(request);
  } catch (error) {
    return { outcome: Promise.reject(error as Error) };
  }
}
