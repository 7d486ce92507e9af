import type { Diagnosis } from "../model/Diagnosis.js";
import type { KitEvent } from "../model/KitEvent.js";
import type { ReauthOutcome, ReauthRun, SecurityRefusal } from "../model/ReauthFlow.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { Accounts } from "./Accounts.js";
import { createOwnCalls, type OwnCalls } from "./createOwnCalls.js";
import type { ReauthStore } from "./createReauthState.js";
import { createVouching, type Vouching } from "./createVouching.js";
import { type StartFlow, createFlowRunner } from "./flowRunner.js";
import type { HeldCalls } from "./heldCalls.js";

/** The flow under way, and what a person says of it. */
export interface Run extends Pick<OwnCalls, "isBeginning" | "isCarried"> {
  readonly vouching: Vouching;
  current(): ReauthRun | undefined;
  /** Its window may still be there and answer: it is brought to the front instead of opened again. */
  isInReach(): boolean;
  begin(start: StartFlow, diagnosis: Diagnosis | null): void;
  /** Gives it up. After its code was sent to the server, a session may come of it all the same. */
  leave(): void;
  /** It is over. Whether everything held was agreed on. */
  end(): boolean;
}

/** What it changes. */
interface RunParts {
  readonly state: ReauthStore;
  readonly room: HeldCalls;
  readonly accounts: Accounts;
  emit(event: Omit<KitEvent, "at">): void;
  onCrash(error: unknown): void;
  onOutcome(outcome: ReauthOutcome): void;
  /** Only a person's word says that there is a session, and nothing speaks against it. */
  onWord(): void;
}

/** Nothing was seen that speaks against an answer of its window. */
const inSight: Pick<ReauthSnapshot, "windowClosed" | "lostState"> = { windowClosed: false, lostState: false };

/** One flow at a time. A person's word ends none while anything can say otherwise. */
export function createRun({ state, room, accounts, emit, onCrash, onOutcome, onWord }: RunParts): Run {
  const own = createOwnCalls();
  let seen = inSight;

  const {
    current: run,
    run: launch,
    abort: land,
  } = createFlowRunner({
    onProgress({ status, windowClosed = false, lostState = false }) {
      seen = { windowClosed, lostState };
      vouching.end();
      state.publish({ status, ...seen });
    },
    onOutcome(outcome) {
      if (isExchanging() && outcome.status === "failed") accounts.doubt();
      end();
      onOutcome(outcome);
    },
    onRefusal: reportRefusals(emit),
    accountId: accounts.current,
    own: own.run,
    onCrash,
  });
  const vouching = createVouching({
    room,
    onWait: () => state.publish({ status: "waiting", ...seen }),
    onUndecided: onWord,
  });

  function isExchanging(): boolean {
    return state.get().status === "verifying";
  }

  function end(): boolean {
    const isAgreed = vouching.isAgreed();
    vouching.end();
    seen = inSight;
    land();
    return isAgreed;
  }

  return {
    vouching,
    isBeginning: own.isBeginning,
    isCarried: own.isCarried,
    current: run,
    isInReach: () => run() !== undefined && !seen.windowClosed && !seen.lostState,
    begin: (start, diagnosis) => launch((request) => own.run(() => start(request), request.signal), diagnosis),
    leave() {
      if (run() !== undefined && isExchanging()) accounts.doubt();
      end();
    },
    end,
  };
}

/** Counts what was refused and tells the first, second, fourth, eighth, …: a page that is flooded floods no log. */
function reportRefusals(emit: (event: Omit<KitEvent, "at">) => void): (refusal: SecurityRefusal) => void {
  const counts = new Map<SecurityRefusal, number>();
  return (refusal) => {
    const count = (counts.get(refusal) ?? 0) + 1;
    counts.set(refusal, count);
    if (Number.isInteger(Math.log2(count))) emit({ type: `security.${refusal}`, count });
  };
}
