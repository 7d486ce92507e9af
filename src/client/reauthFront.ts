import { attempt } from "../base/safely.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthFlow, ReauthRun } from "../model/ReauthFlow.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import { callOrigin, createCallMarks, noMark } from "./callMarks.js";
import { createFirstAccount } from "./createFirstAccount.js";
import { createFlowRunner } from "./flowRunner.js";
import { createFront, no, nothing } from "./fronts.js";
import type { Reauth } from "./Reauth.js";
import { isRenewable } from "./flowFor.js";
import { idle, isReauthPending } from "./reauthStatus.js";
import { createStore, hasPage } from "./store.js";
import type { BoundRunner, EngineParts, LateEngine, LateEngineParts, ReauthFront } from "./Engine.js";

/** As long as nothing has failed, no session can have changed: marks are all that is needed. A click opens its window at once. */
export function createReauthFront(
  parts: Omit<EngineParts, "first" | "runners" | "marks">,
  createLateEngine: (parts: LateEngineParts) => LateEngine,
): ReauthFront {
  const { flows, flowFor, emit, onCrash, isOff, accountId, renew } = parts;
  const store = createStore(idle);
  const unsent = createStore(0);
  const isLate = (): boolean => isReauthPending(store.get());
  const first = createFirstAccount(() => accountId(flows[0]?.provider), isLate);
  const marks = createCallMarks(() => reauth.mark());
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
      const { status } = store.get();
      if (status === "opening" || status === "verifying") publish(status === "opening" ? "required" : "idle");
    },
    isOff,
  });

  const runners = flows.map((flow) =>
    createFlowRunner(flow, {
      ...{ emit, onCrash, onUnsent: unsent.set },
      accountId: () => late.now()?.of(flow).accountId() ?? first.current(),
      changes: () => unsent.get() + (late.now()?.of(flow).getSnapshot().changes ?? 0),
      onOwner: (accountId) => late.whenThere(({ of }) => of(flow).onOwner(accountId), nothing),
      // where the engine can't be had, their run is ended
      onProgress(progress) {
        // what an earlier page began goes on: an app that waits for that sees it at once
        if (late.now() === undefined && store.get().status === "idle") publish(progress.status, null, flow);
        late.use(({ of }) => of(flow).onProgress(progress), nothing);
      },
      onOutcome: (outcome) => late.use(({ of }) => of(flow).onOutcome(outcome), nothing),
    }),
  );
  const runnerOf = (diagnosis: Diagnosis | null): BoundRunner | undefined =>
    runners.find(({ flow }) => flow === flowFor(diagnosis));
  const abort = (): void => runners.forEach((each) => each.abort());
  const running = (): ReauthRun | undefined => runnerOf(store.get().diagnosis)?.current();

  function publish(
    status: ReauthSnapshot["status"],
    diagnosis = store.get().diagnosis,
    flow: ReauthFlow | undefined = flowFor(diagnosis),
  ): void {
    store.set(
      Object.freeze({ ...idle, status, diagnosis, affected: diagnosis ? 1 : 0, provider: flow?.provider ?? null }),
    );
  }

  function foresee(diagnosis: Diagnosis): void {
    const flow = flowFor(diagnosis);
    const isFirst = late.now() === undefined && store.get().status === "idle";
    if (!isFirst || flow === undefined || isOff() || isRenewable(diagnosis, renew)) return;
    attempt(() => flow.prepare?.());
    publish("required", diagnosis);
  }

  /** Browsers open no window after the click. */
  function startNow(diagnosis: Diagnosis | null): void {
    const runner = runnerOf(diagnosis);
    if (runner === undefined || runner.current() !== undefined || isOff()) return;
    first.mark();
    publish("opening", diagnosis);
    runner.start(diagnosis);
  }

  function inTurn(call: () => void): void {
    const own = turn;
    // what comes long after the click opens no window
    late.use(() => {
      if (own === turn) call();
    }, nothing);
  }

  // the account whose data the page shows first
  if (late.now() === undefined && !isOff()) first.current();
  for (const runner of isOff() ? [] : runners) runner.resume();

  const reauth: Reauth = {
    ...createFront(late, "reauth", {
      ...{ getSnapshot: store.get, getServerSnapshot: () => idle, subscribe: store.subscribe },
      require(diagnosis, since, others) {
        foresee(diagnosis);
        if (flows[0] ?? renew) late.use(() => reauth.require(diagnosis, since, others));
      },
      start() {
        startNow(store.get().diagnosis);
        inTurn(() => reauth.start());
      },
      startFor(diagnosis) {
        startNow(diagnosis);
        inTurn(() => reauth.startFor(diagnosis));
      },
      cancel() {
        turn += 1;
        abort();
        const isAsked = store.get().status !== "idle";
        if (isAsked) publish("cancelled");
        else first.leave();
        late.whenThere(() => (isAsked ? reauth.cancel() : reauth.rejectHeld()));
      },
      ...{ fold: "whenThere", resume: "whenThere", rejectHeld: "whenThere", renewed: "use", onProbe: "follow" },
      paste: (text) => running()?.paste?.(text) !== false,
      panel: () => running()?.panel,
      mark: () => (hasPage() ? { epoch: 0, ...first.mark(), isLate: isLate(), ...callOrigin() } : noMark),
      ...{ belonging: first.belonging, isOwn: () => runners.some(({ calls }) => calls.isBeginning()) },
      async hold(diagnosis, call) {
        foresee(diagnosis);
        return late.hand(
          (engine) => engine.reauth.hold(diagnosis, call),
          () => call.error,
        );
      },
      ...{ canShow: no, isHealed: no, isCoolingDown: no, isTrying: no, settled: nothing, waitMs: nothing },
      dispose() {
        abort();
        late.close();
      },
    }),
    // those who watched before are told in their order
    subscribe: store.subscribe,
  };
  return { reauth, late, marks, foresee, unsent };
}
