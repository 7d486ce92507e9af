import type { Diagnosis } from "../model/Diagnosis.js";
import type { KitEvent } from "../model/KitEvent.js";
import type { Limits } from "../model/Limits.js";
import type { FailureReason, ReauthFlow, ReauthOutcome, ReauthRequest } from "../model/ReauthFlow.js";
import { cancellation } from "./cancellation.js";
import { createAccountGuard, type AccountGuardParts } from "./createAccountGuard.js";
import { createAffected } from "./createAffected.js";
import { createReauthState, idle } from "./createReauthState.js";
import { createRefusals } from "./createRefusals.js";
import { createStarts } from "./createStarts.js";
import { createWaitingRoom, type Waiter } from "./createWaitingRoom.js";
import { factsOf } from "./factsOf.js";
import type { Reauth } from "./Reauth.js";
import { runFlow, type Begin, type Flight } from "./runFlow.js";

/** What a reauthorization is made of. */
export interface ReauthParts extends AccountGuardParts {
  readonly flow: ReauthFlow | undefined;
  readonly limits: Limits;
  emit(event: Omit<KitEvent, "at">): void;
  /** Told what a flow or a callback of the app threw. */
  onCrash(error: unknown): void;
}

/** Single flight by epoch: one prompt, one exchange, then everybody goes on. */
export function createReauth({ flow, limits, emit, onCrash, ...account }: ReauthParts): Reauth {
  const affected = createAffected();
  const state = createReauthState(() => ({ affected: affected.count(), toConfirm: room.count("confirm") }));
  const starts = createStarts(limits);
  const guard = createAccountGuard(account);
  const room = createWaitingRoom(limits.holdMs, state.publishCounts);
  const onRefusal = createRefusals(emit);
  /** Calls that began before it were somebody else's: they are never sent again. */
  let ownEpoch = 0;
  let flight: Flight | undefined;

  function require(diagnosis: Diagnosis, epoch = state.get().epoch, others: readonly Diagnosis[] = []): void {
    const failed = [diagnosis, ...others];
    const { status, epoch: current } = state.get();
    if (flow === undefined || epoch < current) return;
    if (status !== "idle" && status !== "succeeded" && status !== "cancelled") return join(failed);
    if (starts.isCoolingDown()) return;
    affected.clear();
    join(failed);
    if (starts.isLoop(diagnosis)) return fail("loop", diagnosis);
    state.publish({ status: "required", reason: null, diagnosis, windowClosed: false });
    emit({ type: "reauth.required", ...factsOf(diagnosis) });
  }

  function join(diagnoses: readonly Diagnosis[]): void {
    for (const each of diagnoses) {
      starts.ask(each);
      affected.add(each);
    }
    state.publishCounts();
  }

  function start(): void {
    const { diagnosis, windowClosed } = state.get();
    if (flight !== undefined && !windowClosed) return flight.run.focus?.();
    land();
    if (flow === undefined) return fail("unsupported", diagnosis);
    if (diagnosis !== null) starts.ask(diagnosis);
    if (!starts.take()) return fail("loop", diagnosis);
    state.publish({ status: "opening", reason: null, windowClosed: false });
    emit({ type: "reauth.started", ...factsOf(diagnosis) });
    launch((request) => flow.start(request), diagnosis);
  }

  function launch(begin: Begin, diagnosis: Diagnosis | null): void {
    const onProgress: ReauthRequest["onProgress"] = ({ status, windowClosed = false }) =>
      state.publish({ status, windowClosed });
    flight = runFlow(begin, { diagnosis, onOutcome: settle, onCrash, onProgress, onRefusal });
  }

  function land(): void {
    flight?.abort();
    flight = undefined;
  }

  function settle(outcome: ReauthOutcome): void {
    flight = undefined;
    if (outcome.status === "failed") return fail(outcome.reason, outcome.diagnosis ?? state.get().diagnosis);
    if (outcome.status !== "succeeded") return end(outcome.status);
    const verdict = guard.judge(outcome.accountId, onCrash);
    if (verdict === "same") return succeed();
    // nothing that one person began is sent in another one's name
    ownEpoch = state.get().epoch + 1;
    room.dismiss(cancellation());
    if (verdict === "back") succeed();
    else fail("accountMismatch", state.get().diagnosis, ownEpoch);
  }

  function succeed(): void {
    const { diagnosis, epoch } = state.get();
    starts.noteSuccess();
    state.publish({ status: "succeeded", reason: null, windowClosed: false, epoch: epoch + 1 });
    emit({ type: "reauth.succeeded", ...factsOf(diagnosis), count: affected.count() });
    room.release("auto");
  }

  function fail(reason: FailureReason, diagnosis: Diagnosis | null, epoch = state.get().epoch): void {
    state.publish({ status: "failed", reason, diagnosis, windowClosed: false, epoch });
    emit({ type: "reauth.failed", reason, ...factsOf(diagnosis) });
    if (reason === "loop") room.dismiss();
  }

  /** Nobody signed in. A dismissal cools down; back from a page that was left, it is as if nothing had been asked. */
  function end(how: "cancelled" | "idle"): void {
    const { status, reason, diagnosis } = state.get();
    const count = room.count();
    land();
    guard.accept();
    room.dismiss(cancellation());
    if (status === "idle" || status === "cancelled" || status === "succeeded") return state.publish({});
    affected.clear();
    // who goes on as somebody else has signed in: they may be asked again
    if (how === "cancelled" && reason !== "accountMismatch") starts.coolDown();
    state.publish({ status: how, reason: null, windowClosed: false });
    emit({ type: "reauth.cancelled", ...factsOf(diagnosis), count });
  }

  function resume(): void {
    if (flight !== undefined) {
      land();
      succeed();
    } else if (state.get().status === "succeeded") {
      room.release("confirm");
      state.publish({});
    }
  }

  async function hold(diagnosis: Diagnosis, waiter: Waiter, epoch: number): Promise<void> {
    if (epoch < ownEpoch) throw cancellation();
    const isHealed = epoch < state.get().epoch;
    if (isHealed && waiter.replay === "auto") return;
    require(diagnosis, epoch);
    const { status, reason } = state.get();
    const isUnasked = flow === undefined || status === "idle" || status === "cancelled" || reason === "loop";
    const isOver = isUnasked || (status === "succeeded" && !isHealed);
    if (isOver) throw waiter.error;
    return room.enter(waiter);
  }

  const cancel = (): void => end("cancelled");
  const paste = (text: string): void => flight?.run.paste?.(text);
  if (flow?.resume !== undefined) launch((request) => flow.resume?.(request) ?? null, null);
  const { get, subscribe } = state;
  return { getSnapshot: get, getServerSnapshot: () => idle, subscribe, require, start, cancel, resume, paste, hold };
}
