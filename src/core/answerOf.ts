import type { Examination } from "./examine.js";
import { TencentError } from "./TencentError.js";

/** The body as it came, when its examination found no failure. @throws TencentError when it did. */
export function answerOf<T>(body: T, { outcome, diagnosis }: Examination): T {
  if (outcome === "failure") throw new TencentError(diagnosis, { cause: body });
  return body;
}
