import type { Diagnosis, Remedy } from "../model/Diagnosis.js";
import type { ActionKind, Audience } from "../model/Message.js";

/** What this page can do at all. `openTicket`: there is a desk that serves this audience. */
export interface Abilities extends Readonly<Record<Exclude<ActionKind, "copyReport">, boolean>> {
  readonly audience: Audience;
}

/** Steps that are taken in code or in the platform's console: no button of this page takes them. */
// prettier-ignore
type StepElsewhere =
  | "checkRequest" | "checkCredentials" | "checkPermission" | "checkTraffic" | "checkProtocol" | "applyForPermission"
  | "allowListIp" | "syncClock" | "compareRedirectUri" | "usePost";

// prettier-ignore
const actions: Readonly<Partial<Record<Remedy, ActionKind>>> = {
  reauthorize: "reauthorize", signIn: "reauthorize", switchAccount: "reauthorize", retryOnce: "retry", slowDown: "retry",
  waitAndRetry: "retry", freshNonce: "retry", readDocs: "readDocs", openTicket: "openTicket",
} satisfies Record<Exclude<Remedy, StepElsewhere>, ActionKind>;

/** The buttons that help here, the best one first. A button that can do nothing is left out. */
export function chooseActions(diagnosis: Diagnosis, abilities: Abilities): readonly ActionKind[] {
  const wanted = abilities.audience === "user" ? forUser(diagnosis) : forDeveloper(diagnosis);
  // a desk takes the report itself; a developer wants the text as well
  const possible = { ...abilities, copyReport: abilities.audience === "developer" || !abilities.openTicket };
  const helpful = [...new Set(wanted)].filter((kind) => possible[kind]);
  // a sign-in heals it, so no other button is needed
  return abilities.audience === "user" && helpful[0] === "reauthorize"
    ? helpful.filter((kind) => kind === "reauthorize" || kind === "dismiss")
    : helpful;
}

/** Users sign in, try again or contact support; reading and checking is for developers. */
function forUser({ category, remedies, retry }: Diagnosis): ActionKind[] {
  const isTheirs = category === "reauth" || remedies.includes("switchAccount");
  if (isTheirs) return ["reauthorize", "openTicket", "copyReport", "dismiss"];
  // support can do nothing about a lost connection or a cancelled call
  const isLocal = category === "network" || category === "cancelled";
  if (isLocal) return ["retry", "dismiss"];
  if (retry === "backoff" || retry === "manual" || retry === "once")
    return ["retry", "openTicket", "copyReport", "dismiss"];
  return ["openTicket", "copyReport", ...(category === "unknown" ? (["retry"] as const) : []), "dismiss"];
}

function forDeveloper({ remedies, category, failure }: Diagnosis): ActionKind[] {
  const steps = remedies.map((remedy) => actions[remedy]).filter((kind) => kind !== undefined);
  // without a code it is most likely the app's own, and nothing that Tencent could answer
  const ticketOrRetry = failure.code === null ? (["retry", "openTicket"] as const) : (["openTicket", "retry"] as const);
  return [...steps, ...(category === "unknown" ? ticketOrRetry : []), "readDocs", "copyReport", "dismiss"];
}
