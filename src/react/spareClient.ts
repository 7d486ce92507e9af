import { parseCode, read } from "../base/safely.js";
import { idle } from "../client/reauthStatus.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { PageClient } from "./PageContext.js";

const nothing: readonly never[] = [];

/** Stands in for the client that a page forgot, in production: its notices say that something failed, with the code, and do nothing. */
export const spareClient: PageClient = /* @__PURE__ */ createSpareClient();

function createSpareClient(): PageClient {
  const none = (): undefined => undefined;
  const no = (): boolean => false;
  const off = (): (() => void) => none;
  const known = new WeakMap<object, Diagnosis>();
  const getSnapshot = (): ReauthSnapshot => idle;
  return {
    diagnose(raw) {
      const found = known.get(raw as object) ?? unknownFailure(raw);
      if (typeof raw === "object" && raw !== null) known.set(raw, found);
      return found;
    },
    isFailure: (raw) => (codeOf(raw) ?? 0) !== 0,
    reauth: {
      getSnapshot,
      getServerSnapshot: getSnapshot,
      subscribe: off,
      start: none,
      startFor: none,
      cancel: none,
      fold: none,
      canShow: no,
      resume: none,
      paste: no,
      panel: none,
      settled: none,
    },
    retries: { isKnown: no, forget: none, canWait: no, wait: off, stop: none },
    board: { claim: off, subscribe: off, getRows: () => nothing },
    support: { audience: "developer" },
    docs: undefined,
    unsent: { get: () => 0, set: none, subscribe: off },
    isHealed: no,
    prefetch: "failure",
    flowFor: none,
    canReauthorize: false,
    emit: none,
    recentEvents: () => nothing,
  };
}

function unknownFailure(raw: unknown): Diagnosis {
  const code = codeOf(raw);
  return {
    failure: { $tencent: 1, dialect: "unknown", code, occurredAt: Date.now(), confidence: "none" },
    row: null,
    category: "unknown",
    fixer: "developer",
    retry: "no",
    remedies: [],
    fingerprint: `unknown:${String(code)}`,
  };
}

/** What the wire calls it, or what an error that was diagnosed before carries. */
function codeOf(raw: unknown): number | null {
  const failure = read(read(raw, "diagnosis"), "failure") ?? raw;
  const codes = ["ret", "error", "errcode", "code"].map((name) => parseCode(read(failure, name)));
  return codes.find((code) => code !== null) ?? null;
}
