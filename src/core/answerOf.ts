import type { Examination } from "./examine.js";
import { TencentError } from "./TencentError.js";

/** The body as it came, when its examination found no failure. @throws TencentError when it did. */
export function answerOf<T>(body: T, found: Examination): T {
  if (isSure(found)) throw new TencentError(found.diagnosis, { cause: body });
  return body;
}

/** Whether an answer is a failure also where it was not asked about on purpose. */
export function isSure({ outcome, isWeak }: Examination): boolean {
  return outcome === "failure" && !isWeak;
}
