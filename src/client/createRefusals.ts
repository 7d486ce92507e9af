import type { KitEvent } from "../model/KitEvent.js";
import type { SecurityRefusal } from "../model/ReauthFlow.js";

/** Counts what was refused and tells the first, second, fourth, eighth, …: a page that is flooded floods no log. */
export function createRefusals(emit: (event: Omit<KitEvent, "at">) => void): (refusal: SecurityRefusal) => void {
  const counts = new Map<SecurityRefusal, number>();
  return (refusal) => {
    const count = (counts.get(refusal) ?? 0) + 1;
    counts.set(refusal, count);
    if (Number.isInteger(Math.log2(count))) emit({ type: `security.${refusal}`, count });
  };
}
