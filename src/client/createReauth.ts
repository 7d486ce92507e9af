import { accountIdOf } from "../base/accountId.js";
import type { Limits } from "../model/Limits.js";
import type { ReauthOutcome } from "../model/ReauthFlow.js";
import { createAccountReview } from "./accountReview.js";
import type { AccountParts, NewSession } from "./Accounts.js";
import { cancellation } from "./cancellation.js";
import { createAccountHint, createAccounts } from "./createAccounts.js";
import { createTabs } from "./createTabs.js";
import { createFlowRunner } from "./flowRunner.js";
import { createHeldCalls } from "./heldCalls.js";
import { createHoldCall, createMark } from "./holdCall.js";
import { createPromptLimits } from "./promptLimits.js";
import type { CallMark, Reauth } from "./Reauth.js";
import { createEffects, type EffectParts } from "./reauthEffects.js";
import type { ReauthEvent, ReauthEventType } from "./ReauthEvent.js";
import { createAffectedCount, createReauthStore } from "./reauthStore.js";
import { idle, isReauthOpen, isReauthPending, next } from "./reauthTable.js";
import { createSessionCheck } from "./sessionCheck.js";

/** What a reauthorization is made of. */
export interface ReauthParts extends AccountParts, Pick<EffectParts, "flow" | "emit"> {
  readonly limits: Limits;
  onCrash(error: unknown): void;
  /** Nothing is held, counted or remembered: on a server, and after the end. */
  isOff(): boolean;
  /** Whether the app was asked to say who is signed in. */
  readonly canAskApp: boolean;
}

/** Turns what happens into events of the table and does what its rows say: one prompt, one flow and one success for all calls. */
export function createReauth({ flow, limits, emit, onCrash, isOff, canAskApp, ...account }: ReauthParts): Reauth {
  const affected = createAffectedCount();
  const prompts = createPromptLimits(limits);
  const hint = createAccountHint();
  const accounts = createAccounts(account);
  const store = createReauthStore({
    affected: affected.count,
    question: (status) => (check.isAsking() || status === "succeeded" ? held.question(check.isAsking()) : undefined),
  });
  const { get } = store;
  const held = createHeldCalls(limits.holdMs, accounts.belonging, store.publishSoon);
  const review = createAccountReview(accounts, () => welcome({}));
  const runner = createFlowRunner({
    ...{ emit, onCrash, onOutcome, accountId: accounts.current },
    onProgress: (progress) => dispatch("progress", { progress }),
  });
  const check = createSessionCheck({
    held,
    onUnconfirmed: () => dispatch("unconfirmed"),
    onUndecided: () => welcome({ isToldToApp: false }),
  });
  const tabs = createTabs(flow?.sharedAs, store, {
    onElsewhere: () => dispatch("takeOver"),
    onFree: () => dispatch("handBack"),
    onRenewed: (accountId) => welcome({ accountId, isToldToApp: false }, false),
  });

  /** The only way to another state. */
  function dispatch(type: ReauthEventType, facts?: Omit<ReauthEvent, "type">): void {
    const event = { ...facts, type };
    const heldCount = held.count();
    const { state, effects: names } = next(get(), event);
    for (const name of names) effects[name](event, state, heldCount);
  }

  const require: Reauth["require"] = (diagnosis, since = get().epoch, others = []) => {
    const call: Pick<CallMark, "epoch"> & Partial<CallMark> = typeof since === "number" ? { epoch: since } : since;
    const { epoch, isLate, isByPerson = false } = call;
    if (isOff() || flow === undefined || epoch < get().epoch) return;
    // after a dismissal only a person's own call opens the prompt again, and that after the cool-down
    const isDismissed = prompts.isDismissed() && (!isByPerson || prompts.isCoolingDown());
    const reason = prompts.isLoop(diagnosis) ? "loop" : undefined;
    dispatch("require", { diagnosis, diagnoses: [diagnosis, ...others], isLate, isDismissed, reason });
  };

  const parts = {
    ...{ flow, emit, isOff, get, store, affected, prompts, accounts, review, held, runner, check },
    ...{ dispatch, welcome, require },
  };
  const effects = createEffects(parts);

  function start(diagnosis = get().diagnosis): void {
    const { windowClosed, lostState } = get();
    if (isOff()) return;
    if (runner.current() && !windowClosed && !lostState) return dispatch("start", { isInReach: true });
    accounts.learn();
    if (flow === undefined) return dispatch("fail", { reason: "unsupported", diagnosis });
    if (diagnosis !== null) prompts.expect(diagnosis);
    if (prompts.tryStart()) dispatch("start", { diagnosis });
    else dispatch("fail", { reason: "loop", diagnosis });
  }

  function onOutcome(outcome: ReauthOutcome): void {
    const isExchanging = get().status === "verifying";
    check.end();
    if (outcome.status === "succeeded") {
      const accountId = accountIdOf(outcome.accountId);
      if (accountId === undefined && !canAskApp && isExchanging) hint();
      return welcome({ accountId, isCounted: true });
    }
    if (outcome.status !== "failed") return dispatch(outcome.status === "idle" ? "abandon" : "cancel");
    if (isExchanging) accounts.doubt();
    dispatch("fail", outcome);
  }

  /** `isCounted`: this client's flow brought it, so the same failure soon after it is a loop. */
  function welcome(session: NewSession & { readonly isCounted?: boolean }, isNews = true): void {
    const isAgreed = check.isAgreed();
    check.end();
    runner.abort();
    if (isNews) tabs.tell(accounts.newsOf(session));
    const isCorrection = get().status === "succeeded" && accounts.isUnproven();
    const isNoticed = isReauthOpen(get()) || isCorrection || held.count() > 0;
    const verdict = accounts.judge(session, onCrash);
    const type = verdict === "other" ? "switch" : verdict === "back" ? "return" : "succeed";
    dispatch(type, { reason: "accountMismatch", isNoticed, isAgreed, isCounted: session.isCounted });
  }

  if (!isOff()) accounts.learn();
  if (!isOff() && flow?.resume) runner.run((request) => flow.resume?.(request) ?? null, null);
  return {
    ...{ getSnapshot: get, getServerSnapshot: () => idle, subscribe: store.subscribe },
    ...{ require, start: () => start(), isCoolingDown: prompts.isCoolingDown },
    startFor(diagnosis) {
      if (isOff()) return;
      const isPending = isReauthPending(get());
      dispatch("choose", { diagnoses: [diagnosis] });
      start(isPending ? undefined : diagnosis);
    },
    cancel: () => dispatch("cancel"),
    resume() {
      if (!isOff() && !review.look()) dispatch("confirm");
    },
    renewed(accountId) {
      if (!isOff()) welcome({ accountId: accountIdOf(accountId), isToldToApp: false });
    },
    paste: (text) => runner.current()?.paste?.(text),
    ...{ mark: createMark(parts), hold: createHoldCall(parts), belonging: accounts.belonging },
    isOwn: (call) => (call === undefined ? runner.isBeginning() : runner.isCarried(call)),
    rejectHeld: () => held.rejectAll(cancellation()),
    ...{ onProbe: check.onProbe, isTrying: check.isTrying },
    dispose() {
      dispatch("dispose");
      review.close();
      store.stop();
      tabs.close();
    },
  };
}
