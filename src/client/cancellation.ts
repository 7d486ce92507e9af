import { classify } from "../diagnose/classify.js";
import { TencentError } from "../diagnose/TencentError.js";

/** What every held call is rejected with when a person dismisses the prompt: category `cancelled`, which no notice shows. */
export function cancellation(): TencentError {
  const occurredAt = Date.now();
  return new TencentError(
    classify(
      { $tencent: 1, dialect: "cancelled", code: null, occurredAt, confidence: "none", subcode: "aborted" },
      undefined,
    ),
  );
}
