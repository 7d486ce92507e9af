import type { KitEvent, ReauthSnapshot } from "../../src/core.js";

/** What can happen between a failure and its end. */
export type StepName = "failed" | "notice" | "prompt" | "qq" | "retry" | "report" | "healed";

/** One step of the way, as far as it has been gone. */
export interface Step {
  readonly name: StepName;
  readonly state: "todo" | "now" | "done" | "bad";
}

/** A failure and its way to the end, or as far as it has come. */
export interface Run {
  readonly steps: readonly Step[];
  /** The event that began it. */
  readonly failure: KitEvent;
  /** Milliseconds from the failure to the end. */
  readonly tookMs: number | null;
}

const ways = {
  signIn: ["failed", "notice", "prompt", "qq", "healed"],
  retry: ["failed", "notice", "retry", "healed"],
  report: ["failed", "notice", "report"],
} as const satisfies Readonly<Record<string, readonly StepName[]>>;

/** The last run: from the first failure after the last recovery. Null before anything failed. */
export function lastRun(events: readonly KitEvent[], healedAt: readonly number[], status: Status): Run | null {
  const failures = events.filter(({ type }) => type === "failure.diagnosed");
  const last = failures.at(-1);
  if (last === undefined) return null;
  const before = healedAt.filter((at) => at < last.at).at(-1) ?? 0;
  const failure = failures.find(({ at }) => at > before) ?? last;
  const since = events.filter(({ at }) => at >= failure.at);
  const end = healedAt.find((at) => at >= last.at);
  const names = ways[wayOf(failure, since)];
  const reached = end === undefined ? reachedBy(since, status) : names.length;
  const isBad = end === undefined && (status === "failed" || status === "cancelled");
  const steps = names.map((name, index): Step => ({ name, state: stateOf(index, reached, isBad) }));
  return { steps, failure, tookMs: end === undefined ? null : end - failure.at };
}

type Status = ReauthSnapshot["status"];

function wayOf({ category }: KitEvent, since: readonly KitEvent[]): keyof typeof ways {
  if (category === "reauth" || since.some(({ type }) => type === "reauth.required")) return "signIn";
  return category === "rateLimit" || category === "platform" || category === "network" ? "retry" : "report";
}

/** The index of the step that it stands at: 2 is what a person or the library does next. */
function reachedBy(since: readonly KitEvent[], status: Status): number {
  if (status === "succeeded") return 4;
  if (status === "required") return 2;
  return since.some(({ type }) => type === "reauth.started") ? 3 : 2;
}

function stateOf(index: number, reached: number, isBad: boolean): Step["state"] {
  if (index < reached) return "done";
  if (index > reached) return "todo";
  return isBad ? "bad" : "now";
}
