import { findDialect } from "../catalog/dialects.js";
import { TencentError } from "../diagnose/TencentError.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import { type FailureEntry, groupFailures, nextRows } from "./failureRows.js";
import { createStore } from "./store.js";
import type { FailureGroup, FailureStore } from "./FailureGroup.js";

const none: readonly FailureGroup[] = [];
const nothing: { readonly groups: typeof none; readonly rows: typeof none } = { groups: none, rows: [] };
/** So long a region has the time to say that it went well. */
const healedMs = 2000;
/** A storm changes the board with each of its calls; people see it change a few times a second. */
const publishEveryMs = 100;

/**
 * Whether the kit can say more of it than that it failed: what it has thrown itself, what a table, a status or a connection tells, what
 * is spelled as a service spells it, and what the app's `isTencent` claims. All else is the app's to show, such as its own
 * `{ code: 20000 }`, an HTTP 404 or a bug, and what its `isTencent` calls its own.
 */
function isOfService(error: unknown, { category, catalog, failure: { dialect } }: Diagnosis): boolean {
  if (category !== "unknown" || catalog !== undefined) return true;
  const spelling = findDialect(dialect);
  const isSpelled = spelling?.numbers === "other" && spelling.only === undefined;
  return isSpelled || (error instanceof TencentError && dialect !== "foreign");
}

/** Groups failures by their fingerprint, so that a thousand of one trouble are one notice. */
export function createFailureStore(diagnose: (error: unknown) => Diagnosis, isOff: () => boolean): FailureStore {
  const store = createStore(nothing);
  /** The groups that went well, by fingerprint. */
  const healed = new Set<string>();
  const entries = new Map<object, FailureEntry>();
  const claims = new Map<unknown, readonly (() => void)[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let publishedAt = -Infinity;

  function noteChange(): void {
    const isEmpty = entries.size === 0 && store.get().rows.length === 0;
    if (!isEmpty) timer ??= setTimeout(publish, publishEveryMs);
  }

  function publish(): void {
    clearTimeout(timer);
    timer = undefined;
    publishedAt = performance.now();
    const { groups, resting } = groupFailures(entries, {
      isClaimed: (error) => claims.has(error),
      dismiss(keys) {
        for (const key of keys) entries.delete(key);
        noteChange();
      },
    });
    const before = store.get().rows;
    if (groups.length + before.length === 0) return;
    const fateOf = (fingerprint: string): "resting" | "healed" | undefined =>
      resting.has(fingerprint) ? "resting" : healed.has(fingerprint) ? "healed" : undefined;
    store.set({ groups: groups.length === 0 ? none : groups, rows: nextRows(before, groups, fateOf) });
  }

  function noteHealed({ fingerprint }: Diagnosis): void {
    const isSeen = store.get().rows.some(({ diagnosis }) => diagnosis.fingerprint === fingerprint);
    if (!isSeen || store.count() === 0 || healed.has(fingerprint)) return;
    healed.add(fingerprint);
    setTimeout(() => {
      healed.delete(fingerprint);
      noteChange();
    }, healedMs);
  }

  return {
    post(key, error, retry) {
      if (isOff()) return;
      const diagnosis = diagnose(error);
      if (isOfService(error, diagnosis)) entries.set(key, { error, diagnosis, retry, isResting: false });
      else entries.delete(key);
      noteChange();
    },
    clear(key, isWell) {
      const entry = entries.get(key);
      if (entry === undefined) return;
      entries.delete(key);
      if (isWell === true) noteHealed(entry.diagnosis);
      noteChange();
      for (const onHealed of claims.get(entry.error) ?? []) onHealed();
    },
    rest(keys) {
      for (const key of keys) {
        const entry = entries.get(key);
        if (entry !== undefined) entry.isResting = true;
      }
      noteChange();
    },
    claim(error, onHealed) {
      const own = (): void => onHealed();
      claims.set(error, [...(claims.get(error) ?? []), own]);
      noteChange();
      return () => {
        const others = (claims.get(error) ?? []).filter((each) => each !== own);
        if (others.length === 0) claims.delete(error);
        else claims.set(error, others);
        noteChange();
      };
    },
    shown() {
      const posted = store.count() > 0 ? [...entries.values()].filter(({ isResting }) => !isResting) : [];
      return [...claims.keys(), ...posted.map(({ error }) => error)];
    },
    dispose() {
      entries.clear();
      publish();
    },
    publish() {
      if (performance.now() - publishedAt >= publishEveryMs) publish();
    },
    getGroups: () => store.get().groups,
    getRows: () => store.get().rows,
    subscribe: store.subscribe,
  };
}
