import { redact } from "../core/redact.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { KitEvent } from "../model/KitEvent.js";

/** What an event may say about a diagnosis: names and numbers of our own, and no word of a server unread. */
export function factsOf(diagnosis: Diagnosis | null): Pick<KitEvent, "code" | "dialect" | "category" | "fingerprint"> {
  if (diagnosis === null) return {};
  const { failure, row, category, fingerprint } = diagnosis;
  return {
    code: failure.code,
    dialect: failure.dialect,
    category,
    fingerprint: row === null ? redact(fingerprint) : fingerprint,
  };
}
