import type { Diagnosis } from "../model/Diagnosis.js";
import { createStore } from "./createStore.js";

/** All failures that are one trouble, as one. */
export interface FailureGroup {
  readonly diagnosis: Diagnosis;
  /** One of their errors, to show. */
  readonly error: unknown;
  readonly count: number;
  /** Sends all of them again. */
  retry(): void;
  /** Takes all of them off the board. */
  dismiss(): void;
}

/** What failed and has no notice of its own. */
export interface FailureBoard {
  /** A call failed: it is put up in place of what stood under the same key. */
  post(key: object, error: unknown, retry: () => void): void;
  /** A call went well, or is gone. */
  clear(key: object): void;
  /** A notice shows this very error: the board does not, until the notice lets go. Tells it when the call went well. */
  claim(error: unknown, onHealed: () => void): () => void;
  getGroups(): readonly FailureGroup[];
  subscribe(listener: () => void): () => void;
}

interface Entry {
  readonly error: unknown;
  readonly retry: () => void;
}

const none: readonly FailureGroup[] = [];
/** A storm changes the board with each of its calls; people see it change a few times a second. */
const publishEveryMs = 100;

/** Groups failures by their fingerprint, so that a thousand of one trouble are one notice. */
export function createFailureBoard(diagnose: (error: unknown) => Diagnosis): FailureBoard {
  const store = createStore(none);
  const entries = new Map<object, Entry>();
  const claims = new Map<unknown, Set<() => void>>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function noteChange(): void {
    const isEmpty = entries.size === 0 && store.get().length === 0;
    if (!isEmpty) timer ??= setTimeout(publish, publishEveryMs);
  }

  function publish(): void {
    timer = undefined;
    const groups = new Map<string, { diagnosis: Diagnosis; keys: object[] }>();
    for (const [key, { error }] of entries) {
      if (claims.has(error)) continue;
      const diagnosis = diagnose(error);
      const group = groups.get(diagnosis.fingerprint);
      if (group === undefined) groups.set(diagnosis.fingerprint, { diagnosis, keys: [key] });
      else group.keys.push(key);
    }
    const next = [...groups.values()].filter(({ diagnosis }) => diagnosis.category !== "cancelled").map(show);
    if (next.length > 0 || store.get().length > 0) store.set(next.length === 0 ? none : next);
  }

  function show({
    diagnosis,
    keys,
  }: {
    readonly diagnosis: Diagnosis;
    readonly keys: readonly object[];
  }): FailureGroup {
    const posted = keys.flatMap((key) => entries.get(key) ?? []);
    return {
      diagnosis,
      error: posted[0]?.error,
      count: keys.length,
      retry() {
        for (const { retry } of posted) retry();
      },
      dismiss() {
        for (const key of keys) entries.delete(key);
        noteChange();
      },
    };
  }

  return {
    post(key, error, retry) {
      entries.set(key, { error, retry });
      noteChange();
    },
    clear(key) {
      const entry = entries.get(key);
      if (entry === undefined) return;
      entries.delete(key);
      noteChange();
      for (const onHealed of [...(claims.get(entry.error) ?? [])]) onHealed();
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
    getGroups: store.get,
    subscribe: store.subscribe,
  };
}
