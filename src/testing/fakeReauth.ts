import type { ReauthFlow, ReauthOutcome, ReauthProgress, ReauthRequest } from "../model/ReauthFlow.js";

/** A step that happens at a time of the fake's own clock. */
export interface FakeStep {
  /** Milliseconds after the start. */
  readonly at: number;
  readonly progress?: ReauthProgress | undefined;
  readonly outcome?: ReauthOutcome | undefined;
}

/** A sign-in that a test controls. */
export interface FakeReauth extends ReauthFlow {
  /** How often it was started. */
  readonly starts: number;
  /** How often its window was brought to the front. */
  readonly shows: number;
  /** Reports progress to the page. */
  progress(progress: ReauthProgress): void;
  /** Ends the flow under way. */
  end(outcome: ReauthOutcome): void;
  /** Moves the clock on, in milliseconds, and runs the steps that are due. No time passes otherwise. */
  advance(ms: number): void;
}

/**
 * A flow without windows, servers or real time: a test reports its progress and its outcome, or gives the steps
 * beforehand and moves the clock. `told`: what the flow says of itself.
 * @example
 * ```ts
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { fakeReauth } from "tencent-error-kit/testing";
 *
 * const reauth = fakeReauth([
 *   { at: 100, progress: { status: "waiting" } },
 *   { at: 5000, outcome: { status: "succeeded" } },
 * ]);
 * const client = createTencentErrorClient({ reauth });
 * client.reauth.require(client.diagnose({ ret: -21 }));
 * client.reauth.start();
 * reauth.advance(5000);
 * ```
 */
export function fakeReauth(
  steps: readonly FakeStep[] = [],
  told: Pick<ReauthFlow, "provider" | "catalogs" | "sharedAs"> = {},
): FakeReauth {
  let starts = 0;
  let shows = 0;
  let now = 0;
  let left: readonly FakeStep[] = [];
  let request: ReauthRequest | undefined;
  let end: (outcome: ReauthOutcome) => void = () => undefined;
  return {
    ...told,
    kind: "fake",
    get starts() {
      return starts;
    },
    get shows() {
      return shows;
    },
    start(given) {
      starts += 1;
      now = 0;
      left = [...steps].sort((a, b) => a.at - b.at);
      request = given;
      return { outcome: new Promise((resolve) => (end = resolve)), focus: () => void (shows += 1) };
    },
    progress(progress) {
      request?.onProgress(progress);
    },
    end(outcome) {
      end(outcome);
    },
    advance(ms) {
      now += ms;
      const due = left.filter(({ at }) => at <= now);
      left = left.slice(due.length);
      for (const { progress, outcome } of due) {
        if (progress !== undefined) request?.onProgress(progress);
        if (outcome !== undefined) end(outcome);
      }
    },
  };
}
