import { attempt } from "../core/attempt.js";
import { hasPage } from "./hasPage.js";

const reported = new WeakSet<object>();

/**
 * Calls a listener of the app. One that throws is the app's own trouble and stops nothing else: a page reports it as every
 * uncaught error, elsewhere, where that would end the process for all, it is written to the console once.
 */
export function tell(call: () => void, listener: object = call): void {
  try {
    call();
  } catch (error) {
    if (hasPage() && typeof reportError === "function") return reportError(error);
    if (reported.has(listener)) return;
    reported.add(listener);
    attempt(() => {
      // eslint-disable-next-line no-console -- the app's own error, where nothing else takes it
      console.error("[tencent-error-kit] A listener of the app threw. It is told of further events.", error);
    });
  }
}
