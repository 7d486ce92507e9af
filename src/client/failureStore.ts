import type { Diagnosis } from "../model/Diagnosis.js";
import { createStore } from "./store.js";

/** All failures that are one trouble, as one. */
export interface FailureGroup {
  readonly diagnosis: Diagnosis;
  /** One of their errors, to show. */
  readonly error: unknown;
  readonly count: number;
  /** Sends again what can be. Missing where nothing can. */
  readonly retry: (() => void) | undefined;
  /** Takes all of them off the board. */
  dismiss(): void;
}

/** What failed and has no notice of its own. */
export interface FailureStore {
  /** A call failed: it is put up in place of what stood under the same key. Without `retry` it can't be sent again. */
  post(key: object, error: unknown, retry?: () => void): void;
  /** A call went well, or is gone. */
  clear(key: object): void;
  /** These calls are under way again: they are not shown unless they fail anew. */
  rest(keys: Iterable<object>): void;
  /** A notice shows this very error: the board does not, until the notice lets go. Tells it when the call went well. */
  claim(error: unknown, onHealed: () => void): () => void;
  /** The errors that a notice shows, or the region. */
  shown(): readonly unknown[];
  /** Takes everything off, and takes nothing any more. */
  dispose(): void;
  /** Tells what changed now instead of soon: for who knows that every notice of the page has claimed its error. */
  publish(): void;
  getGroups(): readonly FailureGroup[];
  subscribe(listener: () => void): () => void;
}

interface Entry {
  readonly error: unknown;
  readonly retry: (() => void) | undefined;
  isResting: boolean;
}

const none: readonly FailureGroup[] = [];
/** A storm changes the board with each of its calls; people see it change a few times a second. */
const publishEveryMs = 100;

/** Groups failures by their fingerprint, so that a thousand of one trouble are one notice. */
export function createFailureStore(diagnose: (error: unknown) => Diagnosis, isOff: () => boolean): FailureStore {
  const store = createStore(none);
  const entries = new Map<object, Entry>();
  const claims = new Map<unknown, Set<() => void>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let publishedAt = -Infinity;

  function noteChange(): void {
    const isEmpty = entries.size === 0 && store.get().length === 0;
    if (!isEmpty) timer ??= setTimeout(publish, publishEveryMs);
  }

  function publish(): void {
    clearTimeout(timer);
    timer = undefined;
    publishedAt = performance.now();
    const groups = new Map<string, { diagnosis: Diagnosis; posted: (readonly [key: object, entry: Entry])[] }>();
    for (const [key, entry] of entries) {
      const diagnosis = diagnose(entry.error);
      const { category, fingerprint } = diagnosis;
      if (entry.isResting || claims.has(entry.error) || category === "cancelled") continue;
      const group = groups.get(fingerprint);
      if (group === undefined) groups.set(fingerprint, { diagnosis, posted: [[key, entry]] });
      else group.posted.push([key, entry]);
    }
    if (groups.size + store.get().length > 0) store.set(groups.size === 0 ? none : [...groups.values()].map(show));
  }

  function show({
    diagnosis,
    posted,
  }: {
    readonly diagnosis: Diagnosis;
    readonly posted: readonly (readonly [key: object, entry: Entry])[];
  }): FailureGroup {
    return {
      diagnosis,
      error: posted[0]?.[1].error,
      count: posted.length,
      retry: posted.some(([, { retry }]) => retry) ? () => posted.forEach(([, { retry }]) => retry?.()) : undefined,
      dismiss() {
        for (const [key] of posted) entries.delete(key);
        noteChange();
      },
    };
  }

  return {
    post(key, error, retry) {
      if (isOff()) return;
      entries.set(key, { error, retry, isResting: false });
      noteChange();
    },
    clear(key) {
      const entry = entries.get(key);
      if (entry === undefined) return;
      entries.delete(key);
      noteChange();
      for (const onHealed of [...(claims.get(entry.error) ?? [])]) onHealed();
    },
    rest(keys) {
      for (const key of keys) {
        const entry = entries.get(key);
        if (entry !== undefined) entry.isResting = true;
      }
      noteChange();
    },
    claim(error, onHealed) {
      const claimers = claims.get(error) ?? new Set();
      const own = (): void => {
        onHealed();
      };
      claims.set(error, claimers.add(own));
      noteChange();
      return () => {
        claimers.delete(own);
        if (claimers.size === 0) claims.delete(error);
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
    getGroups: store.get,
    subscribe: store.subscribe,
  };
}
