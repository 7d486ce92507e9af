import { attempt } from "../base/safely.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { Engine, EngineParts } from "./createEngine.js";
import { type CallMarks, createCallMarks } from "./callMarks.js";
import { createFirstAccount } from "./createFirstAccount.js";
import { createFlowRunner } from "./flowRunner.js";
import { isBackground, isByPerson } from "./callOrigin.js";
import { createLateEngine, type LateEngine } from "./lateEngine.js";
import type { Reauth } from "./Reauth.js";
import { isRenewable } from "./renewable.js";
import { idle, isReauthPending } from "./reauthStatus.js";
import { createStore, hasPage } from "./store.js";

/** The reauthorization of a client, as it answers with the engine and before that is there. */
export interface ReauthFront {
  readonly reauth: Reauth;
  readonly late: LateEngine;
  readonly marks: CallMarks;
  /** A call failed for want of a sign-in: it is said at once, also where the engine is told later. */
  foresee(diagnosis: Diagnosis): void;
}

type Parts = Omit<EngineParts, "first" | "runner" | "isStarted" | "marks">;

/** As long as nothing has failed, no session can have changed: marks are all that is needed. A click opens its window at once. */
export function createReauthFront(parts: Parts): ReauthFront {
  const { flow, emit, onCrash, isOff, accountId, renew } = parts;
  const store = createStore(idle);
  const first = createFirstAccount(accountId);
  const marks = createCallMarks({ mark: () => reauth.mark() });
  let isStarted = false;
  /** Counts the dismissals: what was started before one is not started again. */
  let turn = 0;

  const late = createLateEngine({
    make: (createEngine) => createEngine({ ...parts, runner, marks, first: first.known(), isStarted }),
    onThere({ reauth }) {
      const follow = (): void => store.set(reauth.getSnapshot());
      if (store.get() !== reauth.getSnapshot()) follow();
      reauth.subscribe(follow);
    },
    onLost() {
      emit({ type: "internal.error", detail: "chunk" });
      // it would wait in vain
      runner.abort();
      isStarted = false;
      if (get().status === "opening") publish("required");
    },
    isOff,
  });
  const now = (): Reauth | undefined => late.now()?.reauth;
  const get = (): ReauthSnapshot => now()?.getSnapshot() ?? store.get();

  const runner = createFlowRunner({
    ...{ emit, onCrash },
    accountId: () => late.now()?.reauth.accountId() ?? first.current(),
    onProgress: (progress) => late.use(({ reauth }) => reauth.onProgress(progress)),
    onOutcome: (outcome) => late.use(({ reauth }) => reauth.onOutcome(outcome)),
  });

  function publish(status: ReauthSnapshot["status"], diagnosis = get().diagnosis): void {
    store.set(Object.freeze({ ...idle, status, diagnosis, affected: 1 }));
  }

  function foresee(diagnosis: Diagnosis): void {
    const isFirst = now() === undefined && store.get().status === "idle";
    if (!isFirst || flow === undefined || isOff() || isRenewable(diagnosis, renew)) return;
    attempt(() => flow.prepare?.());
    publish("required", diagnosis);
  }

  /** Browsers open no window after the click. */
  function startNow(diagnosis: Diagnosis | null): void {
    if (flow === undefined || runner.current() !== undefined || isOff() || now() !== undefined) return;
    isStarted = true;
    publish("opening", diagnosis);
    runner.run((request) => flow.start(request), diagnosis);
  }

  function inTurn(call: (engine: Engine) => void): void {
    const own = turn;
    late.use((engine) => {
      if (own === turn) call(engine);
    });
  }

  // whose data the page shows first
  if (now() === undefined && !isOff()) first.current();
  if (!isOff() && flow?.resume) runner.run((request) => flow.resume?.(request) ?? null, null);

  const reauth: Reauth = {
    getSnapshot: get,
    getServerSnapshot: () => idle,
    subscribe: store.subscribe,
    require(diagnosis, since, others) {
      foresee(diagnosis);
      if (flow ?? renew) late.use((engine) => engine.reauth.require(diagnosis, since, others));
    },
    start() {
      startNow(get().diagnosis);
      inTurn((engine) => engine.reauth.start());
    },
    startFor(diagnosis) {
      startNow(diagnosis);
      inTurn((engine) => engine.reauth.startFor(diagnosis));
    },
    cancel() {
      if (now() === undefined) {
        turn += 1;
        isStarted = false;
        runner.abort();
        if (get().status !== "idle") publish("cancelled");
      }
      late.whenThere((engine) => engine.reauth.cancel());
    },
    fold: () => late.whenThere((engine) => engine.reauth.fold()),
    canShow: () => now()?.canShow() === true,
    resume: () => late.whenThere((engine) => engine.reauth.resume()),
    renewed: (id) => late.use((engine) => engine.reauth.renewed(id)),
    paste: (text) => runner.current()?.paste?.(text) !== false,
    mark() {
      const engine = now();
      if (engine !== undefined) return engine.mark();
      if (!hasPage()) return { epoch: 0, session: 0, accountId: undefined };
      const origin = { isByPerson: isByPerson(), isBackground: isBackground() };
      return { epoch: 0, ...first.mark(), isLate: isReauthPending(store.get()), ...origin };
    },
    belonging: (mark) => (now() ?? first).belonging(mark),
    isOwn: (call) => (call === undefined ? runner.isBeginning() : runner.isCarried(call)),
    isCoolingDown: () => now()?.isCoolingDown() === true,
    async hold(diagnosis, call) {
      foresee(diagnosis);
      return late.hand((engine) => engine.reauth.hold(diagnosis, call), call.error);
    },
    rejectHeld: () => late.whenThere((engine) => engine.reauth.rejectHeld()),
    isTrying: () => now()?.isTrying() === true,
    onProbe: (probe) => late.follow((engine) => engine.reauth.onProbe(probe)),
    dispose() {
      const engine = now();
      if (engine === undefined) runner.abort();
      engine?.dispose();
      late.close();
    },
  };
  return { reauth, late, marks, foresee };
}
