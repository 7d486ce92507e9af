import { accountIdOf } from "../base/accountId.js";
import { otherName, readSession } from "../diagnose/readSession.js";
import { diagnose } from "../diagnose/diagnose.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import { tellSlip, warnOnce } from "../diagnose/tellSlip.js";
import type { ReauthOutcome, ReauthRequest, SessionAnswer } from "../model/ReauthFlow.js";
import type { Grant } from "./ReauthOptions.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** How the app's server trades the code for a session. Called once for each code. */
export type Exchange = (grant: Grant) => Promise<unknown>;

const exchangeLimitMs = 30_000;

/**
 * Hands the code to the app's server, once, and says how it ended. Never rejects; 30 seconds at most. A server that says no without
 * an error being thrown has said no.
 */
export async function exchangeCode(
  exchange: Exchange,
  grant: Omit<Grant, "signal">,
  request: Pick<ReauthRequest, "signal" | "own" | "onCrash">,
): Promise<ReauthOutcome> {
  const { signal } = request;
  const limit = new AbortController();
  const stop = (): void => {
    limit.abort();
  };
  const timer = setTimeout(stop, exchangeLimitMs);
  signal.addEventListener("abort", stop);
  try {
    if (signal.aborted) return { status: "cancelled" };
    const late = new Promise<never>((_, reject) => {
      limit.signal.addEventListener("abort", () => {
        reject(new DOMException("The exchange took too long.", "TimeoutError"));
      });
    });
    const call = (): Promise<unknown> => exchange({ ...grant, signal: limit.signal });
    const secrets = [grant.code, grant.state];
    const answer = request.own === undefined ? call() : request.own(call, limit.signal, secrets);
    const read = async (): Promise<SessionAnswer | undefined> => readSession(await answer);
    const session = await Promise.race([read(), late]);
    if (session === undefined) return failed(await answer);
    if (session.accountId === undefined) hintAt(await answer);
    return succeeded(session);
  } catch (error) {
    if (signal.aborted) return { status: "cancelled" };
    const outcome = failed(error);
    if (outcome.diagnosis.category === "unknown" && tellSlip("exchange", error)) request.onCrash?.(error);
    return outcome;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

/** An answer that names the person by another field says nothing of who it is. */
function hintAt(answer: unknown): void {
  try {
    if (process.env.NODE_ENV !== "production") {
      const name = otherName(answer);
      if (name !== undefined)
        warnOnce(
          `exchange resolved with ${name} and no accountId: return { accountId }, or another account may go unnoticed.`,
        );
    }
  } catch {
    // an unbundled page has no `process`
  }
}

function succeeded({ accountId, name, ids = [] }: SessionAnswer): ReauthOutcome {
  const named = { ...(typeof name === "string" && { name }), ...(ids.length > 0 && { ids }) };
  return { status: "succeeded", accountId: accountIdOf(accountId), ...named };
}

function failed(error: unknown): ReauthOutcome & { readonly diagnosis: Diagnosis } {
  return { status: "failed", reason: "exchangeFailed", diagnosis: diagnose(error) };
}

/** What it means that the provider sent an error back: the person said no, or the sign-in was refused with a number. */
export function outcomeOfError(error: string): ReauthOutcome {
  if (["usercancel", "access_denied", "denied"].includes(error)) return { status: "failed", reason: "denied" };
  return { status: "failed", reason: "callbackError", diagnosis: diagnose({ error }, { dialect: "redirect" }) };
}
