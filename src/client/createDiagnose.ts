import { examine, type Examination } from "../core/examine.js";
import type { KitEvent } from "../model/KitEvent.js";
import type { ResponseLike } from "../model/Reading.js";
import { factsOf } from "./factsOf.js";
import type { TencentErrorClientOptions } from "./TencentErrorClient.js";

/** The client's own street: its catalog, its word on foreign calls, and each error object read once. */
export function createDiagnose(
  { catalog, isTencent }: Pick<TencentErrorClientOptions, "catalog" | "isTencent">,
  emit: (event: Omit<KitEvent, "at">) => void,
): (raw: unknown, response?: ResponseLike) => Examination {
  const seen = new WeakMap<object, Examination>();

  function read(raw: unknown, response: ResponseLike | undefined): Examination {
    const found = examine(raw, { catalog, response });
    const { dialect, code, httpStatus, method, path } = found.diagnosis.failure;
    const isForeign = found.outcome === "failure" && isTencent?.({ dialect, code, httpStatus, method, url: response?.url ?? path }) === false;
    return isForeign ? examine(raw, { catalog, response, dialect: "foreign" }) : found;
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
