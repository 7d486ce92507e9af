import { attempt } from "../base/safely.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthRun } from "../model/ReauthFlow.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import { callOrigin, createCallMarks, noMark } from "./callMarks.js";
import { createFirstAccount } from "./createFirstAccount.js";
import { createFlowRunner } from "./flowRunner.js";
import { createLateEngine } from "./lateEngine.js";
import type { Reauth } from "./Reauth.js";
import { isRenewable } from "./renewable.js";
import { idle, isReauthPending } from "./reauthStatus.js";
import { createStore, hasPage } from "./store.js";
import type { BoundRunner, Engine, EngineParts, ReauthFront } from "./Engine.js";

/** As long as nothing has failed, no session can have changed: marks are all that is needed. A click opens its window at once. */
export function createReauthFront(parts: Omit<EngineParts, "first" | "runners" | "marks">): ReauthFront {
  const { flows, flowFor, emit, onCrash, isOff, accountId, renew } = parts;
  const store = createStore(idle);
  const first = createFirstAccount(() => accountId(flows[0]?.provider));
  const marks = createCallMarks({ mark: () => reauth.mark() });
  /** Counts the dismissals: what was started before one is not started again. */
  let turn = 0;

  const late = createLateEngine({
    make: (createEngine) => createEngine({ ...parts, runners, marks, first: first.known() }),
    onThere({ reauth }) {
      const follow = (): void => store.set(reauth.getSnapshot());
      if (store.get() !== reauth.getSnapshot()) follow();
      reauth.subscribe(follow);
    },
    onLost() {
      emit({ type: "internal.error", detail: "chunk" });
      // without the engine no answer could be taken
      abort();
      if (get().status === "opening") publish("required");
    },
    isOff,
  });
  const now = (): Reauth | undefined => late.now()?.reauth;
  const get = (diagnosis?: Diagnosis | null): ReauthSnapshot => now()?.getSnapshot(diagnosis) ?? store.get();

  const runners = flows.map((flow) =>
    createFlowRunner(flow, {
      ...{ emit, onCrash },
      accountId: () => late.now()?.of(flow).accountId() ?? first.current(),
      onProgress: (progress) => late.use(({ of }) => of(flow).onProgress(progress)),
      onOutcome: (outcome) => late.use(({ of }) => of(flow).onOutcome(outcome)),
    }),
  );
  const runnerOf = (diagnosis: Diagnosis | null): BoundRunner | undefined =>
    runners.find(({ flow }) => flow === flowFor(diagnosis));
  const abort = (): void => runners.forEach((each) => each.abort());
  const running = (): ReauthRun | undefined => runnerOf(get().diagnosis)?.current();

  function publish(status: ReauthSnapshot["status"], diagnosis = get().diagnosis): void {
    const { provider = null } = flowFor(diagnosis) ?? {};
    store.set(Object.freeze({ ...idle, status, diagnosis, affected: 1, provider }));
  }

  function foresee(diagnosis: Diagnosis): void {
    const flow = flowFor(diagnosis);
    const isFirst = now() === undefined && store.get().status === "idle";
    if (!isFirst || flow === undefined || isOff() || isRenewable(diagnosis, renew)) return;
    attempt(() => flow.prepare?.());
    publish("required", diagnosis);
  }

  /** Browsers open no window after the click. */
  function startNow(diagnosis: Diagnosis | null): void {
    const runner = runnerOf(diagnosis);
    if (runner === undefined || runner.current() !== undefined || isOff() || now() !== undefined) return;
    publish("opening", diagnosis);
    runner.start(diagnosis);
  }

  function inTurn(call: (engine: Engine) => void): void {
    const own = turn;
    late.use((engine) => {
      if (own === turn) call(engine);
    });
  }

  // the account whose data the page shows first
  if (now() === undefined && !isOff()) first.current();
  for (const runner of isOff() ? [] : runners) runner.resume();

  const reauth: Reauth = {
    getSnapshot: get,
    ...{ getServerSnapshot: () => idle, subscribe: store.subscribe },
    require(diagnosis, since, others) {
      foresee(diagnosis);
      if (flows[0] ?? renew) late.use((engine) => engine.reauth.require(diagnosis, since, others));
    },
    settled: (...how) => now()?.settled(...how),
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
        abort();
        if (get().status !== "idle") publish("cancelled");
      }
      late.whenThere((engine) => engine.reauth.cancel());
    },
    fold: () => late.whenThere((engine) => engine.reauth.fold()),
    canShow: () => now()?.canShow() === true,
    resume: () => late.whenThere((engine) => engine.reauth.resume()),
    renewed: (id, diagnosis) => late.use((engine) => engine.reauth.renewed(id, diagnosis)),
    paste: (text) => now()?.paste(text) ?? running()?.paste?.(text) !== false,
    panel: () => (now() ? now()?.panel() : running()?.panel),
    mark: () =>
      now()?.mark() ??
      (hasPage() ? { epoch: 0, ...first.mark(), isLate: isReauthPending(store.get()), ...callOrigin() } : noMark),
    isHealed: (begun, diagnosis) => now()?.isHealed(begun, diagnosis) === true,
    belonging: (mark, diagnosis) => (now() ?? first).belonging(mark, diagnosis),
    isOwn: (call) => now()?.isOwn(call) === true,
    isCoolingDown: (failed) => now()?.isCoolingDown(failed) === true,
    async hold(diagnosis, call) {
      foresee(diagnosis);
      return late.hand((engine) => engine.reauth.hold(diagnosis, call), call.error);
    },
    rejectHeld: () => late.whenThere((engine) => engine.reauth.rejectHeld()),
    waitMs: () => now()?.waitMs(),
    isTrying: (diagnosis) => now()?.isTrying(diagnosis) === true,
    onProbe: (probe) => late.follow((engine) => engine.reauth.onProbe(probe)),
    dispose() {
      const engine = now();
      if (engine === undefined) abort();
      else engine.dispose();
      late.close();
    },
  };
  return { reauth, late, marks, foresee };
}
