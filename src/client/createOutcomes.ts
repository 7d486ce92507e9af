import type { Diagnosis } from "../model/Diagnosis.js";
import type { KitEvent } from "../model/KitEvent.js";
import type { FailureReason } from "../model/ReauthFlow.js";
import { cancellation } from "./cancellation.js";
import type { Accounts, NewSession } from "./Accounts.js";
import { type AffectedCount, isReauthPending, type ReauthStore } from "./createReauthState.js";
import type { Review } from "./createReview.js";
import type { PromptLimits } from "./promptLimits.js";
import type { HeldCalls } from "./heldCalls.js";
import { eventFields } from "./events.js";

/** How a success came about. */
export interface Success extends NewSession {
  /** This client's flow brought it, so the same failure soon after it is a loop. */
  readonly isCounted?: boolean;
  /** A person agreed already that everything held is sent. */
  readonly isAgreed?: boolean;
}

/** The ways in which a reauthorization ends. */
export interface Outcomes {
  /** There is a new session: what waits goes on where it belongs to the account that signed in. */
  welcome(success: Success): void;
  /** As `welcome`, for a session of the same account, or of one that can't be known. */
  succeed(success?: Success): void;
  fail(reason: FailureReason, diagnosis: Diagnosis | null): void;
  /** Nobody signed in. A dismissal lasts until a person asks for it; back from a page that was left, it is as if nothing had been asked. */
  end(how: "cancelled" | "idle"): void;
}

/** What an end needs. */
export interface OutcomeParts {
  readonly state: ReauthStore;
  readonly room: HeldCalls;
  readonly accounts: Accounts;
  readonly starts: PromptLimits;
  readonly affected: AffectedCount;
  readonly review: Review;
  emit(event: Omit<KitEvent, "at">): void;
  onCrash(error: unknown): void;
}

/** Publishes each end, tells its event and settles what is held. */
export function createOutcomes(parts: OutcomeParts): Outcomes {
  const { state, room, accounts, starts, affected, review, emit, onCrash } = parts;

  function welcome(success: Success): void {
    const before = state.get();
    const isLate = before.status === "succeeded" && accounts.isUnproven();
    const isShown = isReauthPending(before) || before.status === "failed" || isLate || room.count() > 0;
    const verdict = accounts.judge(success, onCrash);
    if (verdict === "same" || verdict === "unknown") return succeed(success);
    // nothing that one account began is sent in another one's name
    room.rejectAll(cancellation());
    if (verdict === "other" && isShown) fail("accountMismatch", before.diagnosis, before.epoch + 1);
    else succeed(success, before.epoch + 1);
  }

  function succeed({ isCounted = false, isAgreed = false }: Success = {}, accountEpoch?: number): void {
    const { diagnosis, epoch } = state.get();
    starts.noteSuccess(isCounted);
    state.publish({ status: "succeeded", epoch: epoch + 1, ...(accountEpoch !== undefined && { accountEpoch }) });
    emit({ type: "reauth.succeeded", ...eventFields(diagnosis), count: affected.count() });
    if (isAgreed) room.release(true);
    review.settle(() => {
      if (state.get().status === "succeeded") room.release();
      state.publishCounts();
    });
  }

  function fail(reason: FailureReason, diagnosis: Diagnosis | null, accountEpoch?: number): void {
    const since = accountEpoch === undefined ? {} : { epoch: accountEpoch, accountEpoch };
    state.publish({ status: "failed", reason, diagnosis, ...since });
    emit({ type: "reauth.failed", reason, ...eventFields(diagnosis) });
    if (reason === "loop") room.rejectAll();
  }

  function end(how: "cancelled" | "idle"): void {
    const { status, reason, diagnosis } = state.get();
    const count = room.count();
    accounts.accept();
    room.rejectAll(cancellation());
    if (status === "idle" || status === "cancelled" || status === "succeeded") return state.publish({});
    affected.clear();
    // a person who goes on with another account has signed in: they may be asked again
    if (how === "cancelled" && reason !== "accountMismatch") starts.dismiss();
    state.publish({ status: how });
    emit({ type: "reauth.cancelled", ...eventFields(diagnosis), count });
  }

  return { welcome, succeed, fail, end };
}
