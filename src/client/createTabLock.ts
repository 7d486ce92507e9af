import { attempt } from "../base/safely.js";

/** What becomes of the lock. */
interface TabLockListener {
  /** This tab has it. */
  onLead(): void;
  /** Another tab took it. */
  onLost(): void;
  /** The tab that had it is gone. */
  onFree(): void;
}

/** Which of an app's tabs signs in. */
interface TabLock {
  isLeading(): boolean;
  /** Takes the lock, also from a tab that is frozen. A person's last click counts. */
  lead(): void;
  /** Waits until no tab has it. */
  wait(): void;
  /** Lets go of everything. Whether this tab was the one. */
  free(): boolean;
  /** Whether another tab may lead: this one does not, or there is no lock to say which of the two does. */
  isOpen(): boolean;
}

/** How long the message of a success may arrive after the lock is free: it is sent earlier, but over the channel. */
const newsMs = 300;
/** A platform that doesn't answer for so long is done without. */
const patienceMs = 3000;

/** One lock among tabs. Where there are no locks each tab takes itself for the one until another says so. */
export function createTabLock(name: string, { onLead, onLost, onFree }: TabLockListener): TabLock {
  const locks = attempt(() => navigator.locks);
  // async, so that a platform that throws is one that refuses
  const request = async (options: LockOptions, task: () => Promise<void> | void): Promise<void> =>
    locks?.request(name, options, task);
  let role: "none" | "asks" | "leads" | "waits" = "none";
  let isHeld = false;
  /** Ends what is under way. */
  let stop: () => void = () => undefined;

  function free(): boolean {
    const wasLeading = role === "leads";
    role = "none";
    stop();
    return wasLeading;
  }

  function lead(): void {
    if (role === "asks" || role === "leads") return;
    free();
    role = "asks";
    isHeld = false;
    let isOver = false;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const begin = async (): Promise<void> => {
      if (isOver || role === "leads") return held;
      role = "leads";
      onLead();
      return held;
    };
    const take = async (): Promise<void> => {
      clearTimeout(timer);
      if (!isOver) isHeld = true;
      return begin();
    };
    const lose = (): void => {
      // refused, not taken away: it goes without
      if (!isHeld) void begin();
      else if (!isOver) {
        free();
        onLost();
      }
    };
    const timer = locks && setTimeout(begin, patienceMs);
    stop = () => {
      isOver = true;
      clearTimeout(timer);
      release();
    };
    const steal = async (): Promise<void> => request({ steal: true }, take);
    // Chromium calls nothing back while it opens a window: a lock that it would give just then it refuses
    if (locks) steal().catch(() => (isHeld || isOver ? lose() : steal().catch(lose)));
    else void begin();
  }

  function wait(): void {
    if (role === "waits") return;
    free();
    role = "waits";
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isGone = (): void => void (timer = setTimeout(onFree, newsMs));
    stop = () => {
      clearTimeout(timer);
      controller.abort();
    };
    request({ mode: "shared", signal: controller.signal }, isGone).catch(() => undefined);
  }

  return {
    isLeading: () => role === "leads",
    lead,
    wait,
    free,
    isOpen: () => role === "none" || role === "waits" || (role === "leads" && !isHeld),
  };
}
