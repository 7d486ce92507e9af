import { accountIdOf } from "../base/accountId.js";
import type { ReauthOutcome } from "../model/ReauthFlow.js";
import { nameOf } from "./accountName.js";
import { createAffectedCount } from "./affectedCount.js";
import { createAccountHint, createAccountReview } from "./accountReview.js";
import type { NewSession } from "./Accounts.js";
import { cancellation } from "./cancellation.js";
import { isOwnCall } from "./carriedCalls.js";
import { createAccounts } from "./createAccounts.js";
import { createTabs } from "./createTabs.js";
import { createHeldCalls } from "./heldCalls.js";
import { createHoldCall, createMark } from "./holdCall.js";
import { createPromptLimits } from "./promptLimits.js";
import { createRequire } from "./createRequire.js";
import { createEffects } from "./reauthEffects.js";
import type { ReauthEvent, ReauthEventType } from "./ReauthEvent.js";
import { createReauthStore } from "./reauthStore.js";
import { idle, isReauthOpen, isReauthPending } from "./reauthStatus.js";
import { endings, eventOf, next, readOutcome } from "./reauthTable.js";
import { createSessionCheck } from "./sessionCheck.js";
import type { ReauthEngine, ReauthParts } from "./Engine.js";

/** Turns what happens into events of the table and does what its rows say: one prompt, one flow and one success for all calls. */
export function createReauth(given: ReauthParts): ReauthEngine {
  const { flow, limits, emit, isOff, first, runner, name, ...account } = given;
  const affected = createAffectedCount();
  const prompts = createPromptLimits(limits);
  const hint = createAccountHint();
  const accounts = createAccounts(account, first);
  const store = createReauthStore({
    provider: flow?.provider ?? null,
    affected,
    changes: () => held.changes(),
    question: (status) => (check.isAsking() || status === "succeeded" ? held.question(check.isAsking()) : undefined),
  });
  const { get } = store;
  const isWindowThere = (): boolean => !get().windowClosed && !get().lostState;
  const held = createHeldCalls(limits.holdMs, accounts.belonging, store);
  const review = createAccountReview(accounts, () => welcome({}));
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
    const event = { windowLeft: runner.current()?.leavesWindow?.(), ...facts, type };
    const heldCount = held.count();
    const { state, effects: names } = next(get(), event);
    for (const name of names) effects[name](event, state, heldCount);
  }

  /** Nothing is asked or waits: what the app says of the account is of its own making, and it cancels nothing but at a log-out. */
  const isFree = (): boolean => !isReauthOpen(get()) && held.count() === 0;
  const require = createRequire({ flow, store, accounts, prompts, isOff, name, dispatch });
  const parts = {
    ...{ flow, emit, isOff, get, store, affected, prompts, accounts, review, held, runner, check },
    ...{ dispatch, welcome, require, isFree, waitMs: tabs.waitMs },
  };
  const effects = createEffects(parts);
  const mark = createMark(parts);

  function start(diagnosis = get().diagnosis): void {
    if (isOff()) return;
    if (runner.current() && isWindowThere()) return dispatch("start", { isInReach: true });
    mark();
    if (flow === undefined) return dispatch("fail", { reason: "unsupported", diagnosis });
    if (diagnosis !== null) prompts.expect(diagnosis);
    if (prompts.tryStart())
      dispatch("start", { diagnosis, account: accounts.isNobody() ? null : (get().account ?? name()) });
    else dispatch("fail", { reason: "loop", diagnosis });
  }

  function onOutcome(told: ReauthOutcome): void {
    const outcome = readOutcome(told);
    const isExchanging = get().status === "verifying";
    check.end();
    if (outcome.status === "succeeded") {
      const session = { accountId: accountIdOf(outcome.accountId), ids: outcome.ids, otherAccount: nameOf(outcome) };
      if (session.accountId === undefined && !account.canAskApp && isExchanging) hint();
      return welcome({ ...session, isCounted: true });
    }
    if (outcome.status !== "failed") return dispatch(endings[outcome.status], { isAsked: get().diagnosis !== null });
    if (isExchanging) accounts.doubt();
    dispatch("fail", outcome);
  }

  function welcome(session: NewSession, isNews = true): void {
    const isAgreed = check.isAgreed();
    check.end();
    runner.abort();
    if (isNews) tabs.tell(accounts.newsOf(session));
    const isCorrection = get().status === "succeeded" && accounts.isUnproven();
    const isNoticed = isReauthOpen(get()) || isCorrection || held.count() > 0;
    if (accounts.isNobody()) prompts.forget();
    const verdict = accounts.judge(session);
    const isUnsure = verdict === "unknown" || verdict === "new";
    dispatch(eventOf[verdict], { ...session, reason: "accountMismatch", isNoticed, isAgreed, isUnsure });
  }

  if (!isOff()) accounts.learn();
  return {
    ...{ getSnapshot: get, getServerSnapshot: () => idle, subscribe: store.subscribe },
    ...{ require, start: () => start(), isCoolingDown: prompts.isCoolingDown },
    cancel() {
      if (isFree()) accounts.leave();
      dispatch("cancel");
    },
    leave() {
      accounts.leave();
      dispatch("abandon");
    },
    startFor(diagnosis) {
      if (isOff()) return;
      const isPending = isReauthPending(get());
      dispatch("choose", { diagnoses: [diagnosis] });
      start(isPending ? undefined : diagnosis);
    },
    settled(diagnosis, isWell, isChange = false) {
      affected.settle(diagnosis, isWell, isChange);
      if (!isOff()) store.publishSoon();
    },
    fold: () => store.publish({ ...get(), folded: true }),
    canShow: () => isWindowThere() && runner.current()?.focus !== undefined,
    resume() {
      if (!isOff() && !review.look()) dispatch("confirm");
    },
    renewed(id, _diagnosis, isRenewal, ids) {
      if (!isOff()) welcome({ accountId: accountIdOf(id), ids, isToldToApp: false, isRenewal });
    },
    paste: (text) => runner.current()?.paste?.(text) !== false,
    ...{ mark, hold: createHoldCall(parts), belonging: accounts.belonging, onOwner: accounts.learn },
    ...{ isHealed: ({ epoch }) => epoch < get().epoch, waitMs: tabs.waitMs },
    ...{ isTrying: check.isTrying, onProbe: check.onProbe, rejectHeld: () => held.rejectAll(cancellation()) },
    ...{ isOwn: (call) => isOwnCall(runner.calls, call), onOutcome, accountId: accounts.current },
    ...{ panel: () => runner.current()?.panel, onProgress: (progress) => dispatch("progress", { progress }) },
    dispose() {
      dispatch("dispose");
      review.close();
      store.stop();
      tabs.close();
    },
  };
}
