import type { KitEvent } from "../model/KitEvent.js";
import type { ReauthFlow } from "../model/ReauthFlow.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { AffectedCount } from "./affectedCount.js";
import type { AccountReview } from "./accountReview.js";
import type { Accounts, NewSession } from "./Accounts.js";
import { cancellation } from "./cancellation.js";
import { eventFields } from "./events.js";
import type { PromptLimits } from "./promptLimits.js";
import type { ReauthEffect, ReauthEvent, ReauthEventType } from "./ReauthEvent.js";
import type { ReauthStore } from "./reauthStore.js";
import { next } from "./reauthTable.js";
import type { SessionCheck } from "./sessionCheck.js";
import type { FlowRunner } from "./Engine.js";
import type { HeldCalls } from "./Reauth.js";

/** What the effects of the table act on. */
export interface EffectParts {
  readonly flow: ReauthFlow | undefined;
  readonly store: ReauthStore;
  readonly affected: AffectedCount;
  readonly prompts: PromptLimits;
  readonly accounts: Accounts;
  readonly review: AccountReview;
  readonly held: HeldCalls;
  readonly runner: FlowRunner;
  readonly check: SessionCheck;
  waitMs(): number | undefined;
  emit(event: Omit<KitEvent, "at">): void;
  /** There is a new session. */
  welcome(session: NewSession): void;
  dispatch(type: ReauthEventType): void;
}

/** One effect, with its event, the state that the event led to, and how many calls were held before it. */
type Effect = (event: ReauthEvent, state: ReauthSnapshot, heldCount: number) => void;

/** What each effect of the table does. */
export function createEffects(parts: EffectParts): Readonly<Record<ReauthEffect, Effect>> {
  const { store, affected, prompts, accounts, review, held, runner, check, waitMs, emit, dispatch, welcome } = parts;

  function count({ diagnoses = [], isLate, isChange, isFollowed }: Omit<ReauthEvent, "type">): void {
    for (const each of diagnoses) {
      prompts.expect(each);
      affected.add(each, { isLate, isChange, isFollowed });
    }
  }

  function announce(type: KitEvent["type"], countOf?: (heldCount: number) => number): Effect {
    return (_event, { diagnosis, reason }, heldCount) =>
      emit({ type, reason: reason ?? undefined, ...eventFields(diagnosis), count: countOf?.(heldCount) });
  }

  return {
    // an effect before it may have called the app, and the app may have changed the state
    publish: (event) => store.publish(next(store.get(), event).state),
    publishSoon: store.publishSoon,
    count,
    recount({ isLate: _, ...event }) {
      affected.clear();
      count(event);
    },
    run: (_event, { diagnosis }) => runner.start(diagnosis),
    focus: () => runner.current()?.focus?.(),
    leave() {
      // its code was sent to the server: a session may come of it all the same
      if (runner.current() !== undefined && store.get().status === "verifying") accounts.doubt();
      check.end();
      runner.abort();
    },
    check() {
      if (accounts.foresee({}) === "other") welcome({});
      else {
        // a retry of the library may now be sent in the session of another account
        accounts.doubt();
        check.begin();
      }
    },
    failCheck: check.fail,
    endCheck: check.end,
    dismiss: () => prompts.dismiss(accounts.arrivals()),
    acceptAccount: accounts.accept,
    noteSuccess: ({ isCounted = false }) => prompts.noteSuccess(isCounted),
    settle({ isAgreed }) {
      if (isAgreed === true) held.release(true);
      review.settle(() => dispatch("settle"), waitMs());
    },
    release: () => held.release(),
    releaseAll: () => held.release(true),
    cancelHeld: () => held.rejectAll(cancellation()),
    rejectHeld: () => held.rejectAll(),
    "reauth.required": announce("reauth.required"),
    "reauth.started": announce("reauth.started"),
    "reauth.succeeded": announce("reauth.succeeded", () => affected.count()),
    "reauth.failed": announce("reauth.failed"),
    "reauth.cancelled": announce("reauth.cancelled", (heldCount) => heldCount),
  };
}
