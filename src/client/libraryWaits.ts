const waits = new WeakMap<object, number>();

/** A shorter wait is over before its countdown was read. */
const shortMs = 2000;

/** Notes how long a data layer waits before it sends again what failed with this error: it tells no notice itself. */
export function noteWait(error: unknown, ms: number): void {
  if (ms >= shortMs && typeof error === "object" && error !== null) waits.set(error, Date.now() + ms);
}

/** When a data layer sends it again. Undefined where that is now, or not known. */
export function libraryWait(error: unknown): number | undefined {
  return waits.get(error as object);
}
