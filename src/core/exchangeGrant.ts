import type { Grant, ReauthOutcome } from "../model/ReauthFlow.js";
import { diagnose } from "./diagnose.js";
import { read } from "./read.js";

/** How the app's server trades the code for a session. Called once for each code. */
export type Exchange = (grant: Grant) => Promise<unknown>;

const exchangeLimitMs = 30_000;

/** Hands the code to the app's server, once, and says how it ended. Never rejects; 30 seconds at most. */
export async function exchangeGrant(
  exchange: Exchange,
  grant: Omit<Grant, "signal">,
  signal: AbortSignal,
): Promise<ReauthOutcome> {
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
    const result = await Promise.race([exchange({ ...grant, signal: limit.signal }), late]);
    const accountId = read(result, "accountId");
    return { status: "succeeded", accountId: typeof accountId === "string" ? accountId : undefined };
  } catch (error) {
    if (signal.aborted) return { status: "cancelled" };
    return { status: "failed", reason: "exchangeFailed", diagnosis: diagnose(error) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
