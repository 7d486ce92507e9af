import { classify } from "../diagnose/classify.js";
import { TencentError } from "../diagnose/TencentError.js";

/** What every held call is rejected with when a person dismisses the prompt: category `cancelled`, which no notice shows. */
export function cancellation(): TencentError {
  return new TencentError(
    // prettier-ignore
    classify({ $tencent: 1, dialect: "cancelled", code: null, occurredAt: Date.now(), confidence: "none", subcode: "aborted" }),
  );
}
