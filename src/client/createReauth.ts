import { accountIdOf } from "../base/accountId.js";
import type { Limits } from "../model/Limits.js";
import type { ReauthFlow, ReauthOutcome } from "../model/ReauthFlow.js";
import { cancellation } from "./cancellation.js";
import type { AccountParts } from "./Accounts.js";
import { createAccountHint, createAccounts } from "./createAccounts.js";
import { createAffectedCount, createReauthState, idle } from "./createReauthState.js";
import { createAsking } from "./createAsking.js";
import { createHoldCall, createMark } from "./holdCall.js";
import { createOutcomes, type OutcomeParts, type Success } from "./createOutcomes.js";
import { createReview } from "./createReview.js";
import { createRun } from "./createRun.js";
import { createPromptLimits } from "./promptLimits.js";
import { createTabs } from "./createTabs.js";
import { createHeldCalls } from "./heldCalls.js";
import type { Reauth } from "./Reauth.js";

/** What a reauthorization is made of. */
export interface ReauthParts extends AccountParts, Pick<OutcomeParts, "emit" | "onCrash"> {
  readonly flow: ReauthFlow | undefined;
  readonly limits: Limits;
  /** Nothing is held, counted or remembered: on a server, and after the end. */
  isOff(): boolean;
  /** Whether the app was asked to say who is signed in. */
  readonly canAskApp: boolean;
}

/** Single flight by epoch: one prompt, one exchange, then everything goes on that belongs to the account which signed in. */
export function createReauth({ flow, limits, emit, onCrash, isOff, canAskApp, ...account }: ReauthParts): Reauth {
  const affected = createAffectedCount();
  const starts = createPromptLimits(limits);
  const hint = createAccountHint();
  const accounts = createAccounts(account);
  const state = createReauthState({
    affected: affected.count,
    question(status) {
      if (run.vouching.isAsking()) return room.question(true);
      return status === "succeeded" ? room.question() : undefined;
    },
  });
  const room = createHeldCalls(limits.holdMs, accounts.belonging, state.publishCounts);
  const review = createReview(accounts, () => welcome({}));
  const outcomes = createOutcomes({ state, room, accounts, starts, affected, review, emit, onCrash });
  const run = createRun({
    state,
    room,
    accounts,
    emit,
    onCrash,
    onOutcome,
    onWord: () => welcome({ isToldToApp: false }),
  });
  const tabs = createTabs(flow?.sharedAs, state, {
    onElsewhere() {
      run.leave();
      state.publish({ status: "waiting", elsewhere: true });
    },
    onFree: () => state.publish({ status: "required" }),
    onRenewed: (accountId) => welcome({ accountId, isToldToApp: false }, false),
  });

  const mark = createMark({ state, room, accounts, review, run });
  const { require, start, startFor } = createAsking({
    flow,
    state,
    starts,
    affected,
    accounts,
    run,
    outcomes,
    emit,
    isOff,
  });

  function onOutcome(outcome: ReauthOutcome): void {
    if (outcome.status === "failed") outcomes.fail(outcome.reason, outcome.diagnosis ?? state.get().diagnosis);
    else if (outcome.status !== "succeeded") outcomes.end(outcome.status);
    else {
      const accountId = accountIdOf(outcome.accountId);
      if (accountId === undefined && !canAskApp && state.get().status === "verifying") hint();
      welcome({ accountId, isCounted: true });
    }
  }

  function welcome(success: Success, isNews = true): void {
    const isAgreed = run.end();
    if (isNews) tabs.tell(accounts.newsOf(success));
    outcomes.welcome({ ...success, isAgreed });
  }

  function resume(): void {
    if (isOff() || review.look()) return;
    const { status } = state.get();
    if (status === "succeeded") {
      room.release(true);
      state.publish({});
    } else if (run.current() !== undefined && status === "waiting") {
      if (accounts.foresee({}) === "other") welcome({});
      else {
        // what one account began and a library sends again meanwhile may meet another one's session
        accounts.doubt();
        run.vouching.begin();
      }
    }
  }

  if (!isOff()) accounts.learn();
  if (!isOff() && flow?.resume) run.begin((request) => flow.resume?.(request) ?? null, null);
  return {
    ...{ getSnapshot: state.get, getServerSnapshot: () => idle, subscribe: state.subscribe },
    ...{ onProbe: run.vouching.onProbe, isTrying: run.vouching.isTrying },
    ...{ require, start, startFor, resume, mark },
    ...{ belonging: accounts.belonging, isCoolingDown: starts.isCoolingDown },
    cancel() {
      run.leave();
      outcomes.end("cancelled");
    },
    renewed(accountId) {
      if (!isOff()) welcome({ accountId: accountIdOf(accountId), isToldToApp: false });
    },
    paste: (text) => run.current()?.paste?.(text),
    isOwn: (call) => (call === undefined ? run.isBeginning() : run.isCarried(call)),
    hold: createHoldCall({ room, canAsk: flow !== undefined, get: state.get, accounts, review, isOff, require }),
    rejectHeld: () => room.rejectAll(cancellation()),
    dispose() {
      run.leave();
      review.close();
      room.rejectAll();
      state.rest();
      tabs.close();
    },
  };
}
