import type { ReauthOutcome } from "../model/ReauthFlow.js";
import { diagnose } from "./diagnose.js";

/** What it means that the provider sent an error back: the person said no, or the sign-in was refused with a number. */
export function answerOutcome(error: string): ReauthOutcome {
  if (["usercancel", "access_denied", "denied"].includes(error)) return { status: "failed", reason: "denied" };
  return { status: "failed", reason: "callbackError", diagnosis: diagnose({ error }, { dialect: "redirect" }) };
}
