import { accountIdOf } from "../base/accountId.js";
import type { ReauthOutcome } from "../model/ReauthFlow.js";
import { nameOf } from "./accountName.js";
import { actOf } from "./actOf.js";
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
import { createEffects } from "./reauthEffects.js";
import type { ReauthEvent, ReauthEventType } from "./ReauthEvent.js";
import { createReauthStore } from "./reauthStore.js";
import { idle, isReauthOpen, isReauthPending } from "./reauthStatus.js";
import { endings, next } from "./reauthTable.js";
import { createSessionCheck } from "./sessionCheck.js";
import type { ReauthEngine, ReauthParts } from "./Engine.js";
import type { CallMark } from "../model/ReauthSnapshot.js";

/** Turns what happens into events of the table and does what its rows say: one prompt, one flow and one success for all calls. */
export function createReauth(given: ReauthParts): ReauthEngine {
  const { flow, limits, emit, onCrash, isOff, canAskApp, first, runner, name, ...account } = given;
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
    const event = { ...facts, type };
    const heldCount = held.count();
    const { state, effects: names } = next(get(), event);
    for (const name of names) effects[name](event, state, heldCount);
  }

  const require: ReauthEngine["require"] = (diagnosis, since = get().epoch, others = []) => {
    const call: Partial<CallMark> = typeof since === "number" ? { epoch: since } : since;
    const { epoch = 0, isByPerson = false } = call;
    if (isOff() || flow === undefined || epoch < get().epoch) return;
    // after a dismissal only a person's own call opens the prompt again, and that after the cool-down
    const isDismissed = prompts.isDismissed(accounts.arrivals()) && (!isByPerson || prompts.isCoolingDown());
    const reason = prompts.isLoop(diagnosis) ? "loop" : undefined;
    const act = actOf(call, get(), { name, canAskApp });
    // what an app tells by hand, it also asks for again by itself
    const isFollowed = typeof since === "object";
    dispatch("require", { ...act, diagnosis, diagnoses: [diagnosis, ...others], isDismissed, reason, isFollowed });
    if (act.isNew) store.publish({ ...get(), acts: get().acts + 1, folded: false });
  };

  const parts = {
    ...{ flow, emit, isOff, get, store, affected, prompts, accounts, review, held, runner, check },
    ...{ dispatch, welcome, require, waitMs: tabs.waitMs },
  };
  const effects = createEffects(parts);
  function start(diagnosis = get().diagnosis): void {
    if (isOff()) return;
    if (runner.current() && isWindowThere()) return dispatch("start", { isInReach: true });
    accounts.learn();
    if (flow === undefined) return dispatch("fail", { reason: "unsupported", diagnosis });
    if (diagnosis !== null) prompts.expect(diagnosis);
    if (prompts.tryStart()) dispatch("start", { diagnosis, account: get().account ?? name() });
    else dispatch("fail", { reason: "loop", diagnosis });
  }

  function onOutcome(outcome: ReauthOutcome): void {
    const isExchanging = get().status === "verifying";
    check.end();
    if (outcome.status === "succeeded") {
      const session = { accountId: accountIdOf(outcome.accountId), ids: outcome.ids, otherAccount: nameOf(outcome) };
      if (session.accountId === undefined && !canAskApp && isExchanging) hint();
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
    const verdict = accounts.judge(session, onCrash);
    const type = verdict === "other" ? "switch" : verdict === "back" ? "return" : "succeed";
    dispatch(type, { ...session, reason: "accountMismatch", isNoticed, isAgreed, isUnsure: verdict === "unknown" });
  }

  if (!isOff()) accounts.learn();
  return {
    ...{ getSnapshot: get, getServerSnapshot: () => idle, subscribe: store.subscribe },
    ...{ require, start: () => start(), isCoolingDown: prompts.isCoolingDown, cancel: () => dispatch("cancel") },
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
    panel: () => runner.current()?.panel,
    ...{ mark: createMark(parts), hold: createHoldCall(parts), belonging: accounts.belonging, onOwner: accounts.learn },
    ...{ isHealed: ({ epoch }) => epoch < get().epoch, waitMs: tabs.waitMs },
    ...{ isTrying: check.isTrying, onProbe: check.onProbe, rejectHeld: () => held.rejectAll(cancellation()) },
    ...{ isOwn: (call) => isOwnCall(runner.calls, call), onOutcome, accountId: accounts.current },
    onProgress: (progress) => dispatch("progress", { progress }),
    dispose() {
      dispatch("dispose");
      review.close();
      store.stop();
      tabs.close();
    },
  };
}
