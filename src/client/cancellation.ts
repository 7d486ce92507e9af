import { diagnose } from "../diagnose/diagnose.js";
import { TencentError } from "../diagnose/TencentError.js";

/** What every held call is rejected with when a person dismisses the prompt: category `cancelled`, which no notice shows. */
export function cancellation(): TencentError {
  return new TencentError(diagnose({ name: "AbortError", message: "The reauthorization was dismissed." }));
}
