import type { Diagnosis } from "../model/Diagnosis.js";
import type { Reauth } from "./Reauth.js";
import { idle, isReauthOpen } from "./reauthStatus.js";
import { createStore } from "./store.js";
import type { Belonging, CallMark } from "../model/ReauthSnapshot.js";

/**
 * Several reauthorizations as one: each failure goes to the one that heals it, and one at a time asks the person, the first that had to
 * first. Each of them knows its own epochs, accounts, held calls and limits.
 */
export function joinReauths(all: readonly Reauth[], placeOf: (diagnosis: Diagnosis) => number): Reauth {
  const store = createStore(idle);
  /** Those that ask, the first one first. */
  let asking: readonly number[] = [];
  let front = 0;
  let accountEpoch = 0;
  let accountEpochs = all.map(() => 0);

  const at = (place: number): Reauth => all[place] ?? (all[0] as Reauth);
  const of = (diagnosis: Diagnosis | null | undefined): Reauth => at(diagnosis ? placeOf(diagnosis) : front);

  /** A mark as one of them would have made it. What was noted before they were there names the first one's account. */
  function markAt(place: number, mark: CallMark): CallMark {
    const own = mark.providers?.[place] ?? (place === 0 ? {} : { accountId: undefined });
    return { ...mark, ...own };
  }

  function publish(): void {
    const providers = all.map((each) => each.getSnapshot());
    const epoch = providers.reduce((sum, each) => sum + each.epoch, 0);
    const epochs = providers.map((each) => each.accountEpoch);
    if (epochs.some((each, place) => each > (accountEpochs[place] ?? 0))) accountEpoch = epoch;
    accountEpochs = epochs;
    store.set(Object.freeze({ ...(providers[front] ?? idle), epoch, accountEpoch, providers }));
  }

  function follow(place: number): void {
    const snapshot = at(place).getSnapshot();
    const asks = isReauthOpen(snapshot) || (snapshot.status === "succeeded" && snapshot.toConfirm > 0);
    const wasFront = front === place;
    if (!asks) asking = asking.filter((each) => each !== place);
    else if (!asking.includes(place)) asking = [...asking, place];
    // how one ended is told before the next one asks
    if (!asks && wasFront && asking.length > 0) setTimeout(turn);
    else front = asking[0] ?? place;
    publish();
  }

  function turn(): void {
    const next = asking[0] ?? front;
    if (next === front) return;
    front = next;
    publish();
  }

  function bring(place: number): void {
    asking = [place, ...asking.filter((each) => each !== place)];
    turn();
  }

  const eachOf = <Result>(call: (reauth: Reauth, place: number) => Result): readonly Result[] => all.map(call);
  const belongingsOf = (mark: CallMark): readonly Belonging[] =>
    eachOf((each, place) => each.belonging(markAt(place, mark)));

  all.forEach((each, place) => each.subscribe(() => follow(place)));
  publish();
  return {
    getSnapshot: (diagnosis) => (diagnosis ? of(diagnosis).getSnapshot() : store.get()),
    getServerSnapshot: () => idle,
    subscribe: store.subscribe,
    require(diagnosis, since, others = []) {
      const failures = [diagnosis, ...others];
      for (const place of new Set(failures.map(placeOf))) {
        const [first = diagnosis, ...rest] = failures.filter((each) => placeOf(each) === place);
        at(place).require(first, typeof since === "object" ? markAt(place, since) : since, rest);
      }
    },
    settled: (diagnosis, ...how) => of(diagnosis).settled(diagnosis, ...how),
    start: () => at(front).start(),
    startFor(diagnosis) {
      const place = placeOf(diagnosis);
      // before it asks: its window opens in this click
      at(place).startFor(diagnosis);
      if (asking.includes(place)) bring(place);
    },
    // where nothing is asked, a log-out is one of all
    cancel: () => (asking.length > 0 ? [at(front)] : all).forEach((each) => each.cancel()),
    fold: () => at(front).fold(),
    canShow: () => at(front).canShow(),
    resume: () => at(front).resume(),
    panel: () => at(front).panel(),
    renewed: (accountId, diagnosis) => of(diagnosis).renewed(accountId),
    paste: (text) => at(front).paste(text),
    mark() {
      const providers = eachOf((each) => each.mark());
      return { ...(providers[front] as CallMark), epoch: store.get().epoch, providers };
    },
    isHealed(begun, diagnosis) {
      const isIn = (place: number): boolean =>
        at(place).isHealed({ epoch: begun.providers?.[place]?.epoch ?? (begun.providers ? 0 : begun.epoch) });
      return diagnosis ? isIn(placeOf(diagnosis)) : begun.epoch < store.get().epoch;
    },
    belonging(mark, diagnosis) {
      const found = belongingsOf(mark);
      if (diagnosis?.catalog !== undefined) return found[placeOf(diagnosis)] ?? "same";
      return (["other", "unknown"] as const).find((each) => found.includes(each)) ?? "same";
    },
    isOwn: (call) => all.some((each) => each.isOwn(call)),
    isCoolingDown: (diagnosis) => of(diagnosis).isCoolingDown(),
    async hold(diagnosis, call) {
      // what has not failed waits where it is asked whose it is
      const isAsked = diagnosis.category === "cancelled";
      const unsure = isAsked ? belongingsOf(call.mark).findIndex((each) => each !== "same") : -1;
      const place = unsure < 0 ? placeOf(diagnosis) : unsure;
      return at(place).hold(diagnosis, { ...call, mark: markAt(place, call.mark) });
    },
    rejectHeld: () => void eachOf((each) => each.rejectHeld()),
    waitMs: () => Math.max(...eachOf((each) => each.waitMs() ?? 0)),
    isTrying: (diagnosis) => of(diagnosis).isTrying(),
    onProbe(probe) {
      const offs = eachOf((each, place) => each.onProbe(() => probe((diagnosis) => placeOf(diagnosis) === place)));
      return () => offs.forEach((off) => off());
    },
    dispose: () => void eachOf((each) => each.dispose()),
  };
}
