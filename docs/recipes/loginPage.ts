import type { ReauthFlow, ReauthOutcome } from "tencent-error-kit/core";

/**
 * Signs in on a page of the app's own, by whose `name` the prompt calls it. `open` shows that page by the app's router, without loading the
 * page anew, so that what is held waits. Once somebody has signed in there, call `client.reauth.renewed(accountId)`.
 */
export function loginPage(name: string, open: () => void): ReauthFlow {
  return {
    kind: "loginPage",
    provider: { id: "loginPage", name },
    start({ signal, onProgress }) {
      open();
      // once the kit has what this function returns
      queueMicrotask(() => onProgress({ status: "waiting" }));
      const outcome = new Promise<ReauthOutcome>((resolve) => {
        signal.addEventListener("abort", () => resolve({ status: "cancelled" }));
      });
      // who comes back without having signed in finds the prompt, whose button opens the page again
      return { outcome, focus: open };
    },
  };
}
