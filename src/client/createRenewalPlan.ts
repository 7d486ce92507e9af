import { parseExpiry } from "../base/parseExpiry.js";
import { attempt } from "../base/safely.js";

/** When a session is renewed ahead of its end. */
interface RenewalPlan {
  set(expiresAt: unknown): void;
  clear(): void;
}

/** Ahead by at most this and as much again by chance, and by no more than a part of what is left. */
const aheadMs = 60_000;
const part = 0.2;
/** A session that ends so soon is renewed when something fails. */
const shortestMs = 30_000;
const longestTimerMs = 2 ** 31 - 1;

/** Only in a page that is seen: a tab in the background waits until it is looked at. */
export function createRenewalPlan(renew: () => void): RenewalPlan {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    listen(false);
    if (attempt(() => document.visibilityState) === "hidden") listen(true);
    else renew();
  }

  function listen(isOn: boolean): void {
    attempt(() => (isOn ? addEventListener : removeEventListener)("visibilitychange", look, true));
  }

  function clear(): void {
    clearTimeout(timer);
    listen(false);
  }

  return {
    set(expiresAt) {
      clear();
      const leftMs = parseExpiry(expiresAt) - Date.now();
      if (!(leftMs >= shortestMs)) return;
      const ahead = Math.min(aheadMs, leftMs * part) * (1 + Math.random());
      timer = setTimeout(look, Math.min(leftMs - ahead, longestTimerMs));
    },
    clear,
  };
}
