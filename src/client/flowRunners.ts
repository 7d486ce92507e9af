import type { ReauthFlow } from "../model/ReauthFlow.js";
import { createFlowRunner, type FlowListener, type FlowRunner } from "./flowRunner.js";
import type { Carried } from "./signInCalls.js";

/** The runners of a client's flows, one each. */
export interface FlowRunners {
  of(flow: ReauthFlow | undefined): FlowRunner;
  /** Starts one inside a click, before the engine is there. */
  start(flow: ReauthFlow, diagnosis: Parameters<FlowRunner["run"]>[1]): void;
  isStarted(flow: ReauthFlow | undefined): boolean;
  /** Whether a call is part of any of their sign-ins. */
  isOwn(call?: Carried): boolean;
  abort(): void;
}

/** `listen`: what each one reports to. */
export function createFlowRunners(listen: (flow: ReauthFlow | undefined) => FlowListener): FlowRunners {
  const runners = new Map<ReauthFlow | undefined, FlowRunner>();
  const started = new Set<ReauthFlow | undefined>();

  function of(flow: ReauthFlow | undefined): FlowRunner {
    const runner = runners.get(flow) ?? createFlowRunner(listen(flow));
    runners.set(flow, runner);
    return runner;
  }

  return {
    of,
    start(flow, diagnosis) {
      started.add(flow);
      of(flow).run((request) => flow.start(request), diagnosis);
    },
    isStarted: (flow) => started.has(flow),
    isOwn: (call) =>
      [...runners.values()].some((runner) => (call === undefined ? runner.isBeginning() : runner.isCarried(call))),
    abort() {
      started.clear();
      for (const runner of runners.values()) runner.abort();
    },
  };
}
