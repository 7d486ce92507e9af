import type { ReauthOutcome, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";

/** A flow under way. */
export interface Flight {
  readonly run: ReauthRun;
  /** Ends it. Whatever it still brings is not heard. */
  abort(): void;
}

/** What a flight reports to. */
export interface FlightListener extends Omit<ReauthRequest, "signal"> {
  onOutcome(outcome: ReauthOutcome): void;
  onCrash(error: unknown): void;
}

/** How a flow begins. Null: there is nothing to do. */
export type Begin = (request: ReauthRequest) => ReauthRun | null;

/**
 * Starts a flow, inside the caller's click if there is one. One that throws or rejects ends as a failure; nobody is heard
 * after the end.
 */
export function runFlow(begin: Begin, { onOutcome, onCrash, ...listener }: FlightListener): Flight | undefined {
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

function guarded(begin: Begin, request: ReauthRequest): ReauthRun | null {
  try {
    return begin(request);
  } catch (error) {
    const refused = async (): Promise<never> => {
      throw error;
    };
    return { outcome: refused() };
  }
}
