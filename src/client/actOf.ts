import type { AccountName, CallMark, ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { ReauthEvent } from "./ReauthEvent.js";
import { isReauthOpen } from "./reauthStatus.js";

/** What the mark of a failed call says of a person's part in it. */
interface Act extends Pick<ReauthEvent, "isLate" | "isChange" | "isAct" | "account"> {
  /** It may interrupt again while the prompt is open. */
  readonly isNew: boolean;
}

/**
 * A call that says nothing of itself is a person's act. A storm of readings is one act. What a page reads for a visitor of whom the
 * app says that there is no account, as far as it is known, is none: public pages ask that way who is there.
 */
export function actOf(
  call: Partial<CallMark>,
  state: ReauthSnapshot,
  { name, canAskApp }: { readonly canAskApp: boolean; name(): AccountName | undefined },
): Act {
  const { isByPerson = false, isChange = false, isBackground, isLate } = call;
  const isVisit = canAskApp && state.epoch === 0 && "accountId" in call && call.accountId === undefined;
  const isAct = isByPerson || isChange || (isBackground !== true && isLate !== true && !isVisit);
  const isOpen = isReauthOpen(state);
  const isNew = isOpen && isAct && (isByPerson || isChange || state.acts === 0 || state.folded);
  // what a person does while a quiet prompt is shown counts
  return { isLate: isLate === true && !isAct, isChange, isAct, isNew, account: isOpen ? undefined : name() };
}
