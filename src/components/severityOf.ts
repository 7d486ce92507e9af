import type { Category } from "../model/CodeRow.js";

/** How much a notice stands out. */
export type Severity = "info" | "warning" | "danger";

/** What a person can heal at once is no alarm. */
export function severityOf(category: Category): Severity {
  if (category === "reauth" || category === "cancelled") return "info";
  return category === "rateLimit" || category === "network" || category === "restriction" ? "warning" : "danger";
}
