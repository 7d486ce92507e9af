import type { ReauthFlow } from "../model/ReauthFlow.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { AccountReview } from "./accountReview.js";
import type { Accounts } from "./Accounts.js";
import { callOrigin, noMark } from "./callMarks.js";
import { cancellation } from "./cancellation.js";
import type { PromptLimits } from "./promptLimits.js";
import type { HeldCalls, Reauth } from "./Reauth.js";
import { isReauthPending } from "./reauthStatus.js";
import { hasPage } from "./store.js";
import type { FlowRunner } from "./Engine.js";

/** What a failed call is judged by. */
interface HoldParts extends Pick<Reauth, "require"> {
  readonly held: HeldCalls;
  readonly accounts: Pick<Accounts, "belonging" | "restore">;
  readonly review: Pick<AccountReview, "isSettling">;
  readonly flow: ReauthFlow | undefined;
  isOff(): boolean;
  get(): ReauthSnapshot;
}

/** Keeps a failed call while a sign-in can be asked for, and lets go on at once what is healed already. */
export function createHoldCall({ held, accounts, review, flow, isOff, get, require }: HoldParts): Reauth["hold"] {
  return async (diagnosis, call) => {
    if (isOff()) throw call.error;
    const belonging = accounts.belonging(call.mark);
    if (belonging === "other") throw cancellation();
    accounts.restore(call.mark);
    const isHealed = call.mark.epoch < get().epoch;
    if (isHealed && call.replay === "auto" && belonging === "same" && !review.isSettling()) return "go";
    if (diagnosis.retry === "auth") require(diagnosis, call.mark);
    const { status, reason } = get();
    // a renewal heals without a flow
    const isUnasked =
      (flow === undefined && !isHealed) || status === "idle" || status === "cancelled" || reason === "loop";
    const isOver = isUnasked || (status === "succeeded" && !isHealed);
    if (isOver) throw call.error;
    const { isInExchange = false, isByPerson = false, epoch } = call.mark;
    if (!isInExchange || isByPerson || status !== "verifying") return held.add(call);
    return held.add({ ...call, isStuck: () => get().status === "verifying" && get().epoch === epoch });
  };
}

/** What a mark is read from. */
interface MarkParts {
  get(): ReauthSnapshot;
  readonly accounts: Accounts;
  readonly prompts: Pick<PromptLimits, "forget" | "dismissals">;
  isFree(): boolean;
  readonly review: Pick<AccountReview, "lookSoon">;
  readonly runner: Pick<FlowRunner, "current">;
}

/** Notes a call, and takes the chance to learn who is signed in: an account that changes while nothing waits is the app's own doing. */
export function createMark({ get, accounts, prompts, review, runner, isFree }: MarkParts): Reauth["mark"] {
  return () => {
    if (!hasPage()) return noMark;
    review.lookSoon();
    const snapshot = get();
    const isLate = isReauthPending(snapshot);
    if (accounts.follow(isFree())) prompts.forget();
    if (runner.current() === undefined) accounts.learn();
    const isInExchange = snapshot.status === "verifying";
    const dismissals = prompts.dismissals();
    return { epoch: snapshot.epoch, ...accounts.mark(), dismissals, isLate, isInExchange, ...callOrigin() };
  };
}
