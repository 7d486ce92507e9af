import type { Diagnosis } from "../model/Diagnosis.js";
import type { KitEvent } from "../model/KitEvent.js";
import type { Limits } from "../model/Limits.js";
import type { FailureReason, ReauthFlow, ReauthOutcome } from "../model/ReauthFlow.js";
import { cancellation } from "./cancellation.js";
import { createAccountGuard, type AccountGuardParts } from "./createAccountGuard.js";
import { createReauthState, idle } from "./createReauthState.js";
import { createStarts } from "./createStarts.js";
import { createWaitingRoom } from "./createWaitingRoom.js";
import { factsOf } from "./factsOf.js";
import type { Reauth } from "./Reauth.js";
import { runFlow, type Flight } from "./runFlow.js";

/** What a reauthorization is made of. */
export interface ReauthParts extends AccountGuardParts {
  readonly flow: ReauthFlow | undefined;
  readonly limits: Limits;
  emit(event: Omit<KitEvent, "at">): void;
}

/** Single flight by epoch: one prompt, one exchange, then everybody goes on. */
export function createReauth({ flow, limits, emit, ...account }: ReauthParts): Reauth {
  const state = createReauthState(() => ({ affected, toConfirm: room.count("confirm") }));
  const starts = createStarts(limits);
  const guard = createAccountGuard(account);
  const room = createWaitingRoom(limits.holdMs, state.publishCounts);
  let affected = 0;
  let flight: Flight | undefined;

  function require(diagnosis: Diagnosis, epoch = state.get().epoch): void {
    const { status, epoch: current } = state.get();
    if (epoch < current) return;
    if (status !== "idle" && status !== "succeeded" && status !== "cancelled") {
      affected += 1;
      return state.publishCounts();
    }
    if (starts.isCoolingDown()) return;
    affected = 1;
    if (starts.isLoop(diagnosis)) return fail("loop", diagnosis);
    emit({ type: "reauth.required", ...factsOf(diagnosis) });
    state.publish({ status: "required", reason: null, diagnosis, windowClosed: false });
  }

  function start(): void {
    const { diagnosis, windowClosed } = state.get();
    if (flight !== undefined && !windowClosed) return flight.run.focus?.();
    land();
    if (flow === undefined) return fail("unsupported", diagnosis);
    if (!starts.take()) return fail("loop", diagnosis);
    emit({ type: "reauth.started", ...factsOf(diagnosis) });
    state.publish({ status: "opening", reason: null, windowClosed: false });
    flight = runFlow(flow, {
      diagnosis,
      onOutcome: settle,
      onCrash: report,
      onProgress({ status, windowClosed = false }) {
        state.publish({ status, windowClosed });
      },
      onRefusal(refusal) {
        emit({ type: `security.${refusal}` });
      },
    });
  }

  /** Leaves the flow under way to itself: whatever it still brings is not heard. */
  function land(): void {
    flight?.abort();
    flight = undefined;
  }

  function settle(outcome: ReauthOutcome): void {
    flight = undefined;
    if (outcome.status === "cancelled") cancel();
    else if (outcome.status === "failed") fail(outcome.reason, outcome.diagnosis ?? state.get().diagnosis);
    else if (guard.isSame(outcome.accountId, report)) succeed();
    else changeAccount();
  }

  function succeed(): void {
    const { diagnosis, epoch } = state.get();
    starts.noteSuccess(diagnosis);
    emit({ type: "reauth.succeeded", ...factsOf(diagnosis), count: affected });
    state.publish({ status: "succeeded", reason: null, windowClosed: false, epoch: epoch + 1 });
    room.release("auto");
  }

  /** The session is somebody else's now: nothing that the other one began is sent. */
  function changeAccount(): void {
    const { diagnosis, epoch } = state.get();
    room.dismiss(cancellation());
    fail("accountMismatch", diagnosis, epoch + 1);
  }

  function fail(reason: FailureReason, diagnosis: Diagnosis | null, epoch = state.get().epoch): void {
    state.publish({ status: "failed", reason, diagnosis, windowClosed: false, epoch });
    emit({ type: "reauth.failed", reason, ...factsOf(diagnosis) });
    if (reason === "loop") room.dismiss();
  }

  function cancel(): void {
    const { status, diagnosis } = state.get();
    const count = room.count();
    land();
    guard.accept();
    room.dismiss(cancellation());
    if (status === "idle" || status === "cancelled" || status === "succeeded") return;
    affected = 0;
    starts.coolDown();
    state.publish({ status: "cancelled", reason: null, windowClosed: false });
    emit({ type: "reauth.cancelled", ...factsOf(diagnosis), count });
  }

  function report(error: unknown): void {
    emit({ type: "internal.error", detail: error instanceof Error ? error.name : typeof error });
  }

  return {
    getSnapshot: state.get,
    getServerSnapshot: () => idle,
    subscribe: state.subscribe,
    require,
    start,
    cancel,
    resume() {
      if (flight === undefined) return room.release("confirm");
      land();
      succeed();
    },
    paste(text) {
      flight?.run.paste?.(text);
    },
    hold(diagnosis, waiter, epoch) {
      const isHealed = epoch < state.get().epoch;
      if (isHealed && waiter.replay === "auto") return Promise.resolve();
      if (!isHealed) require(diagnosis, epoch);
      const { status, reason } = state.get();
      const isOver = !isHealed && (status === "cancelled" || status === "succeeded" || reason === "loop");
      return isOver ? Promise.reject(waiter.error as Error) : room.enter(waiter);
    },
  };
}
