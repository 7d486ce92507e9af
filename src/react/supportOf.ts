import type { Diagnosis } from "../model/Diagnosis.js";
import { actionsOf } from "./actionsOf.js";
import { draftTicket } from "./draftTicket.js";
import type { Action } from "./ErrorState.js";
import type { TencentErrorContextValue } from "./TencentErrorContext.js";

/** The way to somebody who can help where signing in no longer does: the desk that serves people, else a report. */
export function supportOf(
  diagnosis: Diagnosis,
  context: TencentErrorContextValue,
  openTicket: () => void,
): Action | undefined {
  const { support } = context.client;
  return actionsOf({
    context: { ...context, client: { ...context.client, canReauthorize: false } },
    diagnosis,
    audience: "user",
    retry: undefined,
    dismiss: undefined,
    // a desk that is a page alone is a plain link
    openTicket: support.audience === "everyone" && support.submit === undefined ? undefined : openTicket,
    draftTicket: () => draftTicket(context.client, diagnosis),
  })[0];
}
