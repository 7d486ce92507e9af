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
): (raw: unknown, response?: ResponseLike) => Examination {
  const seen = new WeakMap<object, Examination>();

  function read(raw: unknown, response: ResponseLike | undefined): Examination {
    const found = examine(raw, { catalog, response });
    const { dialect, code, httpStatus, method, path } = found.diagnosis.failure;
    const call = { dialect, code, httpStatus, method, url: response?.url ?? path };
    const isForeign = found.outcome === "failure" && attempt(() => isTencent?.(call)) === false;
    if (!isForeign) return found;
    const { diagnosis } = examine(raw, { catalog, response, dialect: "foreign" });
    // a body of the app's own is nobody's failure until somebody throws it
    const isFailure = isErrorLike(raw) || (httpStatus ?? 0) >= 400;
    return { diagnosis, outcome: isFailure ? "failure" : "unclear" };
  }

  return (raw, response) => {
    const isObject = typeof raw === "object" && raw !== null;
    const known = isObject && response === undefined ? seen.get(raw) : undefined;
    if (known !== undefined) return known;
    const found = read(raw, response);
    if (isObject && response === undefined) seen.set(raw, found);
    if (found.outcome === "failure") {
      emit({ type: "failure.diagnosed", ...factsOf(found.diagnosis) });
      if (found.diagnosis.category === "unknown") emit({ type: "failure.unknown", ...factsOf(found.diagnosis) });
    }
    return found;
  };
}
