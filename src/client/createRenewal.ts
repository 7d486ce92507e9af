import { accountIdOf } from "../base/accountId.js";
import { diagnose } from "../diagnose/diagnose.js";
import { readSession } from "../diagnose/readSession.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import { tellSlip } from "../diagnose/tellSlip.js";
import { cancellation } from "./cancellation.js";
import { createRenewalPlan } from "./createRenewalPlan.js";
import { createHeldCalls } from "./heldCalls.js";
import { isRenewable } from "./flowFor.js";
import { isReauthOpen } from "./reauthStatus.js";
import { createSharedRenewal } from "./sharedRenewal.js";
import { isOwnCall } from "./carriedCalls.js";
import { createSignInCalls } from "./signInCalls.js";
import type { Renew, SessionAnswer } from "../model/ReauthFlow.js";
import type { ReauthEngine, Renewal } from "./Engine.js";

/** What it is made of. `bornAt`: when the client was made. */
interface RenewalParts {
  readonly renew: Renew;
  readonly reauth: ReauthEngine;
  readonly sharedAs: string | undefined;
  readonly bornAt: number;
  isOff(): boolean;
  onCrash(error: unknown): void;
}

/** Longer than this, a person is asked. */
const limitMs = 10_000;
/** What fails again so soon after a renewal is healed by no other. */
const restMs = 60_000;

/** One renewal for all that failed; late failures find it done. */
export function createRenewal({ renew, reauth, sharedAs, bornAt, isOff, onCrash }: RenewalParts): Renewal {
  const calls = createSignInCalls();
  const held = createHeldCalls(Infinity, () => "same", { get: reauth.getSnapshot, publishSoon: () => undefined });
  const shared = createSharedRenewal(sharedAs, bornAt, reauth.accountId);
  let current: Promise<void> | undefined;
  let restUntil = -Infinity;
  /** Counts the log-outs: a session that was renewed before one is over. */
  let turn = 0;
  const plan = createRenewalPlan(() => void (last && helps(last, Infinity) && start(last)));
  let last: Diagnosis | undefined;

  function helps(diagnosis: Diagnosis, epoch: number): boolean {
    const snapshot = reauth.getSnapshot();
    if (isOff() || !isRenewable(diagnosis, renew) || epoch < snapshot.epoch || isReauthOpen(snapshot)) return false;
    return current !== undefined || performance.now() >= restUntil;
  }

  async function ask(diagnosis: Diagnosis, signal: AbortSignal): Promise<SessionAnswer> {
    try {
      const answer = await calls.run(() => renew(diagnosis, { signal }), signal);
      const session = await readSession(answer);
      if (session === undefined) throw new Error("the server renews no session");
      return session;
    } catch (error) {
      // a lost connection is a `TypeError` too
      if (diagnose(error).category === "unknown" && tellSlip("renew", error)) onCrash(error);
      throw error;
    } finally {
      restUntil = performance.now() + restMs;
    }
  }

  async function run(diagnosis: Diagnosis): Promise<void> {
    const controller = new AbortController();
    const own = turn;
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        controller.abort();
        restUntil = performance.now() + restMs;
        resolve();
      }, limitMs);
    });
    // what comes after the limit heals the prompt
    const renewed = shared(signal, async () => ask(diagnosis, signal)).then(({ accountId, expiresAt, ids = [] }) => {
      if (own !== turn) return;
      // the same session goes on, where nothing says otherwise; null: another tab's may be another one
      const id = accountId === undefined && ids.length === 0 ? reauth.accountId() : accountIdOf(accountId);
      reauth.renewed(id, diagnosis, accountId !== null, ids);
      plan.set(expiresAt);
    });
    await Promise.race([renewed.catch(() => undefined), limit]);
    clearTimeout(timer);
  }

  async function start(diagnosis: Diagnosis): Promise<void> {
    last = diagnosis;
    const { epoch } = reauth.getSnapshot();
    current ??= run(diagnosis).finally(() => {
      current = undefined;
      held.release(true, reauth.getSnapshot().epoch > epoch);
    });
    return current;
  }

  return {
    before(diagnosis, { epoch }, call) {
      if (!helps(diagnosis, epoch)) return undefined;
      const waits = held.add(call());
      if (current === undefined) void start(diagnosis);
      return waits;
    },
    require(diagnosis, since = reauth.getSnapshot().epoch, others) {
      const epoch = typeof since === "number" ? since : since.epoch;
      const ask = (): void => reauth.require(diagnosis, since, others);
      // healed where the epoch has risen meanwhile
      if (helps(diagnosis, epoch)) void (current ?? start(diagnosis)).then(ask);
      else ask();
    },
    isOwn: (call) => reauth.isOwn(call) || isOwnCall(calls, call),
    cancel() {
      turn += 1;
      held.rejectAll(cancellation());
      reauth.cancel();
    },
    rejectHeld() {
      held.rejectAll(cancellation());
      reauth.rejectHeld();
    },
    close() {
      plan.clear();
      held.rejectAll();
    },
  };
}
