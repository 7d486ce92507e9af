import { attempt } from "../core/attempt.js";
import { isErrorLike } from "../core/carriers.js";
import { examine, type Examination } from "../core/examine.js";
import type { KitEvent } from "../model/KitEvent.js";
import type { ResponseLike } from "../model/Reading.js";
import { factsOf } from "./factsOf.js";
import type { TencentErrorClientOptions } from "./TencentErrorClient.js";

/** The client's own street: its catalog, its word on foreign calls, and each error object read once. Total. */
export function createDiagnose(
  { catalog, isTencent }: Pick<TencentErrorClientOptions, "catalog" | "isTencent">,
  emit: (event: Omit<KitEvent, "at">) => void,
): (raw: unknown, response?: ResponseLike, isFailed?: boolean) => Examination {
  const seen = new WeakMap<object, Examination>();
  /** Aborts of what ended as failed. */
  const late = new WeakMap<object, Examination>();

  function read(raw: unknown, response: ResponseLike | undefined, isFailed: boolean): Examination {
    const found = examine(raw, { catalog, response, isFailed });
    const { dialect, code, httpStatus, method, path } = found.diagnosis.failure;
    const call = { dialect, code, httpStatus, method, url: response?.url ?? path };
    const isForeign = found.outcome === "failure" && attempt(() => isTencent?.(call)) === false;
    if (!isForeign) return found;
    const { diagnosis } = examine(raw, { catalog, response, isFailed, dialect: "foreign" });
    // a body of the app's own is nobody's failure until somebody throws it
    const isFailure = isErrorLike(raw) || (httpStatus ?? 0) >= 400;
    return { diagnosis, outcome: isFailure ? "failure" : "unclear" };
  }

  function once(
    known: WeakMap<object, Examination>,
    raw: unknown,
    response?: ResponseLike,
    isFailed = false,
  ): Examination {
    const isObject = typeof raw === "object" && raw !== null && response === undefined;
    const earlier = isObject ? known.get(raw) : undefined;
    if (earlier !== undefined) return earlier;
    const found = read(raw, response, isFailed);
    if (isObject) known.set(raw, found);
    if (found.outcome === "failure") {
      emit({ type: "failure.diagnosed", ...factsOf(found.diagnosis) });
      if (found.diagnosis.category === "unknown") emit({ type: "failure.unknown", ...factsOf(found.diagnosis) });
    }
    return found;
  }

  return (raw, response, isFailed = false) => {
    const found = once(seen, raw, response);
    const isAbort = isFailed && found.diagnosis.failure.subcode === "aborted";
    return isAbort ? once(late, raw, response, true) : found;
  };
}
