import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthFlow, ReauthOutcome, ReauthRequest, ReauthRun, SecurityRefusal } from "../model/ReauthFlow.js";
import { createSignInCalls } from "./signInCalls.js";
import type { BoundRunner, FlowListener } from "./Engine.js";

/** How a flow begins. Null: there is nothing to do. */
type StartFlow = (request: ReauthRequest) => ReauthRun | null;

/** Runs a flow, one sign-in at a time, and tells the listener how it goes. A flow that throws has failed. */
export function createFlowRunner(flow: ReauthFlow, listener: FlowListener): BoundRunner {
  const { onOutcome, onCrash, emit, ...told } = listener;
  const calls = createSignInCalls();
  const refusals: { [Each in SecurityRefusal]?: number } = {};
  let isStarted = false;
  let current: { readonly run: ReauthRun; abort(): void } | undefined;

  /** The first, second, fourth, eighth, … is told: a flood of messages floods no log. */
  function onRefusal(refusal: SecurityRefusal): void {
    const count = (refusals[refusal] ?? 0) + 1;
    refusals[refusal] = count;
    if (Number.isInteger(Math.log2(count))) emit({ type: `security.${refusal}`, count });
  }

  function run(start: StartFlow, diagnosis: Diagnosis | null): void {
    const controller = new AbortController();
    const { signal } = controller;
    let isOver = false;

    function end(outcome: ReauthOutcome): void {
      if (isOver) return;
      isOver = true;
      current = undefined;
      onOutcome(outcome);
    }

    const request: ReauthRequest = {
      ...{ ...told, diagnosis, signal, onRefusal, onCrash, own: calls.run },
      onProgress(progress) {
        if (!isOver) told.onProgress(progress);
      },
    };
    let begun: ReauthRun | null;
    try {
      begun = calls.run(() => start(request), signal);
    } catch (error) {
      const rejected = async (): Promise<never> => {
        throw error;
      };
      begun = { outcome: rejected() };
    }
    if (begun === null) return;
    current = {
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
    flow,
    calls,
    current: () => current?.run,
    start(diagnosis) {
      isStarted = true;
      // one of the app's own may give nothing, or a bare promise, which the engine takes for a failure
      run((request) => Object(flow.start(request)) as ReauthRun, diagnosis);
    },
    isStarted: () => isStarted,
    resume: () => flow.resume && run((request) => flow.resume?.(request) ?? null, null),
    abort() {
      current?.abort();
      current = undefined;
      isStarted = false;
    },
  };
}
