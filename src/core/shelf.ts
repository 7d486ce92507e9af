import { attempt } from "./attempt.js";

/** A storage of the browser's, as much of it as is used. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** What lies in a tab's storage: the flow under way, its answer until the app's page takes it, and the app's unsaved work. */
export const shelf = { record: "te-flow", answer: "te-answer", work: "te-work" } as const;

const recordLimit = 4096;

/** Keeps plain data. False where the storage is shut, full or forgets. */
export function keep(storage: Shelf | undefined, key: string, value: unknown): boolean {
  return (
    attempt(() => {
      const text = JSON.stringify(value);
      storage?.setItem(key, text);
      return storage?.getItem(key) === text;
    }) === true
  );
}

/** What lies there. Undefined when it is nothing, no JSON or longer than our own can be. */
export function look(storage: Shelf | undefined, key: string): unknown {
  return attempt((): unknown => {
    const text = storage?.getItem(key) ?? "";
    return key === shelf.work || text.length <= recordLimit ? JSON.parse(text) : undefined;
  });
}

/** The same, and takes it away: nothing is read twice. */
export function take(storage: Shelf | undefined, key: string): unknown {
  const found = look(storage, key);
  attempt(() => storage?.removeItem(key));
  return found;
}
