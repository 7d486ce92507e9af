import { attempt, isObject, ownOptions, read as property } from "../base/safely.js";
import { type Examination, examine } from "../diagnose/diagnose.js";
import { isErrorLike } from "../diagnose/errorShape.js";
import { isSure } from "../diagnose/evidence.js";
import type { KitEvent } from "../model/KitEvent.js";
import { eventFields } from "./events.js";
import type { TencentErrorClientOptions } from "./ClientOptions.js";
import type { ResponseLike, TencentCall } from "../model/Catalog.js";

/** What is known about the place of an answer. */
interface Place {
  readonly response?: ResponseLike | undefined;
  /** It was thrown, so it is asked about on purpose. */
  readonly isThrown?: boolean;
  /** What ran has ended as failed. */
  readonly isFailed?: boolean | undefined;
}

/** How many texts are remembered, how long they may be, and for how long after they were last read. */
const maxTexts = 100;
const maxLength = 10_000;
const textMs = 60_000;
/** Errors around errors that are looked through. */
const maxCauses = 8;

interface Told {
  readonly found: Examination;
  isTold: boolean;
  readAt: number;
}

/** The pipeline with the client's catalog and its `isTencent`. Each error is read once and its event emitted once. Total. */
export function createDiagnose(
  {
    isTencent,
    catalogOf,
    ...lookedUp
  }: Pick<TencentErrorClientOptions, "catalog" | "catalogs" | "catalogOf" | "isTencent">,
  emit: (event: Omit<KitEvent, "at">) => void,
): (raw: unknown, place?: Place) => Examination {
  const chosen = catalogOf && ((call: TencentCall) => catalogOf({ ...call, url: asOnPage(call.url) }));
  const objects = new WeakMap<object, Told>();
  /** Aborts of what ended as failed. */
  const late = new WeakMap<object, Told>();
  /** A text that was thrown has no identity: it is the same failure for as long as it is shown. */
  const texts = new Map<unknown, Told>();

  function read(raw: unknown, response: ResponseLike | undefined, isFailed: boolean): Examination {
    const about = { ...lookedUp, catalogOf: chosen, response, isFailed, isPage: false };
    const found = examine(raw, about);
    const { dialect, code, httpStatus, method, path } = found.diagnosis.failure;
    if (isTencent === undefined || (found.outcome !== "failure" && !found.isWeak)) return found;
    const address = asOnPage(found.url) ?? path;
    let isByAddress = false as boolean;
    // what is judged by an address that nothing tells is not judged: what a server hands on, as tRPC does, has none
    const call = {
      ...{ dialect, code, httpStatus, method },
      get url() {
        isByAddress ||= address === undefined;
        return address;
      },
    };
    const says = attempt(() => isTencent(call));
    if (says === true) {
      const isDocumented = !found.isWeak && found.diagnosis.row !== null;
      const claimed = isDocumented ? found : examine(raw, { ...about, isTencent: true });
      const { diagnosis } = claimed;
      return isByAddress
        ? claimed
        : { ...claimed, diagnosis: { ...diagnosis, catalog: diagnosis.catalog ?? "tencent" } };
    }
    // a failed connection has no server, and what was read before was judged there
    const isJudged = dialect === "network" || dialect === "cancelled" || (found.isKnown && response === undefined);
    if (says !== false || isByAddress || isJudged) return found;
    const { diagnosis } = examine(raw, { ...about, isTencent: false, dialect: "foreign" });
    // a body of the app's own is no failure until it is thrown
    const isFailure = isErrorLike(raw) || (httpStatus ?? 0) >= 400;
    return { ...found, diagnosis, outcome: isFailure ? "failure" : "unclear", isWeak: false };
  }

  function recall(raw: unknown, isThrown: boolean, isFailed: boolean): Told {
    const isNamed = isObject(raw);
    const memory = !isNamed ? texts : isFailed ? late : objects;
    const now = performance.now();
    const known = memory.get(raw as object);
    if (known !== undefined && (isNamed || now - known.readAt < textMs)) {
      known.readAt = now;
      return known;
    }
    const found = read(raw, undefined, isFailed);
    const told = (isNamed && sameCall(raw, found)) || { found, isTold: false, readAt: now };
    const isKept = isNamed || (isThrown && !(typeof raw === "string" && raw.length > maxLength));
    if (isKept) memory.set(raw as object, told);
    if (texts.size > maxTexts) texts.delete(texts.keys().next().value);
    return told;
  }

  /** What was read of an error that this one was made of, where it says the same: one call under two errors is told and counted once. */
  function sameCall(raw: object, { diagnosis }: Examination): Told | undefined {
    let cause = property(raw, "cause");
    for (let depth = 0; depth < maxCauses && isObject(cause); depth += 1) {
      const known = objects.get(cause);
      if (known?.found.diagnosis.fingerprint === diagnosis.fingerprint) return known;
      cause = property(cause, "cause");
    }
    return undefined;
  }

  function tell({ diagnosis }: Examination): void {
    emit({ type: "failure.diagnosed", ...eventFields(diagnosis) });
    if (diagnosis.category === "unknown") emit({ type: "failure.unknown", ...eventFields(diagnosis) });
  }

  return (raw, place = {}) => {
    const { response, isThrown = false, isFailed = false } = ownOptions(place);
    if (response !== undefined) {
      const found = read(raw, response, false);
      if (isSure(found)) tell(found);
      return found;
    }
    const first = recall(raw, isThrown, false);
    const isAbort = isFailed && first.found.diagnosis.failure.subcode === "aborted";
    const told = isAbort ? recall(raw, isThrown, true) : first;
    const isFailure = isThrown ? told.found.outcome === "failure" : isSure(told.found);
    if (isFailure && !told.isTold) {
      told.isTold = true;
      tell(told.found);
    }
    return told.found;
  };
}

/**
 * The address of a call in one form, whichever layer made it: path and query where it is at this page's own origin, else whole. Without
 * a page it is as it came.
 */
function asOnPage(address: string | undefined): string | undefined {
  return address && (attempt(() => pathOrWhole(new URL(address, document.baseURI))) ?? address);
}

function pathOrWhole({ origin, pathname, search, href }: URL): string {
  return origin === location.origin ? pathname + search : href;
}
