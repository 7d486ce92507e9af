import type { Diagnosis } from "../model/Diagnosis.js";
import { createActions } from "./createActions.js";
import type { Action } from "./ErrorState.js";
import type { TencentErrorContextValue } from "./useTencentContext.js";

/** The support action of a sign-in that can't succeed: the desk for everyone, else a report. */
export function supportAction(
  diagnosis: Diagnosis,
  context: TencentErrorContextValue,
  openTicket: () => void,
): Action | undefined {
  const { support } = context.client;
  return createActions({
    context: { ...context, client: { ...context.client, canReauthorize: false } },
    diagnosis,
    audience: "user",
    retry: undefined,
    dismiss: undefined,
    // a desk without `submit` is a plain link
    openTicket: support.audience === "everyone" && support.submit === undefined ? undefined : openTicket,
  })[0];
}
