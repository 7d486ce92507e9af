import type { Diagnosis } from "../model/Diagnosis.js";
import type { KitEvent } from "../model/KitEvent.js";
import type { Limits } from "../model/Limits.js";
import type { FailureReason, ReauthFlow, ReauthOutcome } from "../model/ReauthFlow.js";
import { cancellation } from "./cancellation.js";
import { createAccountGuard, type AccountGuardParts } from "./createAccountGuard.js";
import { createAffected } from "./createAffected.js";
import { createFlights } from "./createFlights.js";
import { createHold } from "./createHold.js";
import { createReauthState, idle } from "./createReauthState.js";
import { createRefusals } from "./createRefusals.js";
import { createStarts } from "./createStarts.js";
import { createTabs } from "./createTabs.js";
import { createWaitingRoom } from "./createWaitingRoom.js";
import { factsOf } from "./factsOf.js";
import { isAsking } from "./isAsking.js";
import type { Reauth } from "./Reauth.js";

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
  let ownEpoch = 0;
  const { run, launch, land } = createFlights({
    onOutcome: settle,
    onProgress: ({ status, windowClosed = false }) => state.publish({ status, windowClosed }),
    onRefusal: createRefusals(emit),
    onCrash,
  });
  const tellTabs = createTabs(flow?.sharedAs, state, {
    onElsewhere() {
      land();
      state.publish({ status: "waiting", elsewhere: true });
    },
    onFree: () => state.publish({ status: "required" }),
    onRenewed: (accountId) => welcome(accountId, false),
  });

  function require(diagnosis: Diagnosis, epoch = state.get().epoch, others: readonly Diagnosis[] = []): void {
    const failed = [diagnosis, ...others];
    const { status, epoch: current } = state.get();
    if (flow === undefined || epoch < current) return;
    if (status !== "idle" && status !== "succeeded" && status !== "cancelled") return join(failed);
    if (starts.isCoolingDown()) return;
    join(failed, true);
    if (starts.isLoop(diagnosis)) return fail("loop", diagnosis);
    state.publish({ status: "required", diagnosis });
    emit({ type: "reauth.required", ...factsOf(diagnosis) });
  }

  function join(diagnoses: readonly Diagnosis[], isFirst = false): void {
    if (isFirst) affected.clear();
    for (const each of diagnoses) starts.ask(each);
    for (const each of diagnoses) affected.add(each);
    state.publishCounts();
  }

  function startFor(given: Diagnosis): void {
    join([given], !isAsking(state.get()));
    begin(isAsking(state.get()) ? undefined : given);
  }

  function begin(diagnosis = state.get().diagnosis): void {
    if (run() !== undefined && !state.get().windowClosed) return run()?.focus?.();
    land();
    if (flow === undefined) return fail("unsupported", diagnosis);
    if (diagnosis !== null) starts.ask(diagnosis);
    if (!starts.take()) return fail("loop", diagnosis);
    state.publish({ status: "opening", diagnosis });
    emit({ type: "reauth.started", ...factsOf(diagnosis) });
    launch((request) => flow.start(request), diagnosis);
  }

  function settle(outcome: ReauthOutcome): void {
    if (outcome.status === "failed") return fail(outcome.reason, outcome.diagnosis ?? state.get().diagnosis);
    if (outcome.status !== "succeeded") return end(outcome.status);
    welcome(outcome.accountId);
  }

  function welcome(accountId: string | undefined, isOwn = true): void {
    land();
    if (isOwn) tellTabs(accountId);
    const verdict = guard.judge(accountId, onCrash);
    if (verdict === "same") return succeed(isOwn);
    // nothing that one person began is sent in another one's name
    ownEpoch = state.get().epoch + 1;
    room.dismiss(cancellation());
    if (verdict === "back") succeed(isOwn);
    else fail("accountMismatch", state.get().diagnosis, ownEpoch);
  }

  function succeed(isOwn: boolean): void {
    const { diagnosis, epoch } = state.get();
    starts.noteSuccess(isOwn);
    state.publish({ status: "succeeded", epoch: epoch + 1 });
    emit({ type: "reauth.succeeded", ...factsOf(diagnosis), count: affected.count() });
    room.release("auto");
  }

  function fail(reason: FailureReason, diagnosis: Diagnosis | null, epoch = state.get().epoch): void {
    state.publish({ status: "failed", reason, diagnosis, epoch });
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
    state.publish({ status: how });
    emit({ type: "reauth.cancelled", ...factsOf(diagnosis), count });
  }

  function resume(): void {
    if (run() !== undefined) {
      land();
      tellTabs(undefined);
      succeed(true);
    } else if (state.get().status === "succeeded") {
      room.release("confirm");
      state.publish({});
    }
  }

  const hold = createHold({ room, canAsk: flow !== undefined, get: state.get, ownEpoch: () => ownEpoch, require });
  const cancel = (): void => end("cancelled");
  if (flow?.resume !== undefined) launch((request) => flow.resume?.(request) ?? null, null);
  const start = (): void => begin();
  const shown = { getSnapshot: state.get, getServerSnapshot: () => idle, subscribe: state.subscribe };
  return { ...shown, require, start, startFor, cancel, resume, paste: (text) => run()?.paste?.(text), hold };
}
