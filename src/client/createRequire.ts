import type { ReauthFlow } from "../model/ReauthFlow.js";
import type { CallMark, ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { Accounts, NameParts } from "./Accounts.js";
import type { PromptLimits } from "./promptLimits.js";
import type { Reauth } from "./Reauth.js";
import type { ReauthEvent } from "./ReauthEvent.js";
import { isReauthOpen } from "./reauthStatus.js";
import type { ReauthStore } from "./reauthStore.js";

/** What the mark of a failed call says of a person's part in it. */
interface Act extends Pick<ReauthEvent, "isLate" | "isChange" | "isAct"> {
  /** It may interrupt again while the prompt is open. */
  readonly isNew: boolean;
}

/**
 * A call that says nothing of itself is a person's act. A storm of readings is one act. What a page reads while nobody is signed in is none:
 * public pages ask that way who is there.
 */
function actOf(call: Partial<CallMark>, state: ReauthSnapshot, isNobody: boolean): Act {
  const { isByPerson = false, isChange = false, isBackground, isLate } = call;
  const isVisit = isNobody && "accountId" in call;
  const isAct = isByPerson || isChange || (isBackground !== true && isLate !== true && !isVisit);
  const isNew = isReauthOpen(state) && isAct && (isByPerson || isChange || state.acts === 0 || state.folded);
  // what a person does while a quiet prompt is shown counts
  return { isLate: isLate === true && !isAct, isChange, isAct, isNew };
}

/** What a failure is judged by. */
interface RequireParts extends NameParts {
  readonly flow: ReauthFlow | undefined;
  readonly store: Pick<ReauthStore, "get" | "publish">;
  readonly accounts: Pick<Accounts, "belonging" | "isNobody" | "arrivals">;
  readonly prompts: Pick<PromptLimits, "isDismissed" | "isLoop">;
  isOff(): boolean;
  dispatch(type: "require", facts: Omit<ReauthEvent, "type">): void;
}

/** Says that a call failed for want of a sign-in. */
export function createRequire({
  flow,
  store,
  accounts,
  prompts,
  isOff,
  name,
  dispatch,
}: RequireParts): Reauth["require"] {
  const { get, publish } = store;
  return (diagnosis, since = get().epoch, others = []) => {
    // what an app tells by hand, it also asks for again by itself
    const isFollowed = typeof since === "object";
    const call: Partial<CallMark> = isFollowed ? since : { epoch: since };
    if (isOff() || flow === undefined || (call.epoch ?? 0) < get().epoch) return;
    // whose session it was is over by another one's, or by a log-out
    if (isFollowed && accounts.belonging(since) === "other") return;
    const isNobody = accounts.isNobody();
    const { isNew, ...act } = actOf(call, get(), isNobody);
    dispatch("require", {
      ...{ ...act, diagnosis, diagnoses: [diagnosis, ...others], isFollowed },
      isDismissed: prompts.isDismissed(accounts.arrivals(), call),
      // who has signed out was not refused
      reason: prompts.isLoop(diagnosis) && !(isNobody && call.accountId === undefined) ? "loop" : undefined,
      account: isReauthOpen(get()) ? undefined : isNobody ? null : name(),
    });
    if (isNew) publish({ ...get(), acts: get().acts + 1, folded: false });
  };
}
