/** When a data layer sends again by itself what failed with an error: it tells no notice. */
export const libraryWaits: WeakMap<object, number> = new WeakMap();

/** A shorter wait is over before its countdown was read. */
const shortMs = 2000;

/** Notes how long it waits before that. */
export function noteWait(error: unknown, ms: number): void {
  if (ms >= shortMs && typeof error === "object" && error !== null) libraryWaits.set(error, Date.now() + ms);
}
