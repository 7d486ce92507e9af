import { accountIdOf } from "../base/accountId.js";
import { attempt, read } from "../base/safely.js";
import type { ReauthStore } from "./reauthStore.js";
import { isReauthPending } from "./reauthStatus.js";
import { createTabLock } from "./createTabLock.js";
import { hasPage } from "./store.js";
import type { ReauthStatus } from "../model/ReauthSnapshot.js";

/** A flow is at work in this tab. */
const running: readonly ReauthStatus[] = ["opening", "waiting", "verifying"];

/** What other tabs of the app mean for this one. */
interface TabsListener {
  /** Another tab signs in now: whatever this one began is over. */
  onElsewhere(): void;
  /** The other tab is gone, or gave up. */
  onFree(): void;
  onRenewed(accountId: string | undefined): void;
}

/** The other tabs of the app. */
export interface Tabs {
  /** Tells them of a new session. */
  tell(accountId: string | undefined): void;
  /** How long what the last session heals should wait: all tabs hear of it in one moment. Undefined where it began here. */
  waitMs(): number | undefined;
  /** Lets go of everything. */
  close(): void;
}

const alone: Tabs = { tell: () => undefined, waitMs: () => undefined, close: () => undefined };

/** So long a tab still says that it signed in to one whose calls were under way then. */
const lingerMs = 10_000;
/** Tabs that hear of a session go on within this time. */
const spreadMs = 500;

/**
 * Tabs that fail together sign in once: the tab that started last does it, the others wait for it. Nothing is opened before
 * something failed, nothing stays open after, and what a platform lacks leaves each tab on its own.
 */
export function createTabs(
  sharedAs: string | undefined,
  { get, subscribe }: Pick<ReauthStore, "get" | "subscribe">,
  { onElsewhere, onFree, onRenewed }: TabsListener,
): Tabs {
  if (sharedAs === undefined || !hasPage()) return alone;
  const name = `te-tabs ${sharedAs}`;
  let channel: BroadcastChannel | undefined;
  let isListening = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let renewedAt = -Infinity;
  /** When another tab told of a session without its account, which may follow in a second message. */
  let heardAt = -Infinity;
  let waitMs: number | undefined;
  /** When this tab last began to sign in, told from others of the same millisecond. */
  let begunAt = 0;
  /** The last new session that was told or heard. The second time is ignored. */
  let renewal: { readonly id: unknown; readonly accountId?: string | undefined } = { id: "" };
  const lock = createTabLock(name, { onLead: begin, onLost: onElsewhere, onFree });

  function post(kind: string, more?: object): void {
    attempt(() => channel?.postMessage({ v: 1, kind, ...more }));
  }

  function begin(): void {
    begunAt = Date.now() + Math.random();
    post("begun", { at: begunAt });
  }

  function hear({ data }: MessageEvent<unknown>): void {
    const kind = read(data, "v") === 1 && read(data, "kind");
    if (kind === "ask") {
      if (lock.isLeading()) post("begun", { at: begunAt });
      else if (performance.now() - renewedAt < lingerMs) post("renewed", renewal);
    } else if (kind === "begun" && isReauthPending(get()) && lock.isOpen()) {
      // without a lock the tab that began last signs in, also where it hears late of one before
      if (lock.isLeading() && Number(read(data, "at")) < begunAt) return;
      lock.free();
      onElsewhere();
      lock.wait();
    } else if (kind === "ended" && get().elsewhere) onFree();
    else if (kind === "renewed" && read(data, "id") !== renewal.id) {
      renewal = { id: read(data, "id") };
      heardAt = performance.now();
      waitMs = Math.random() * spreadMs;
      onRenewed(accountIdOf(read(data, "accountId")));
    }
  }

  function open(): void {
    channel = attempt(() => new BroadcastChannel(name));
    if (channel) channel.onmessage = hear;
    post("ask");
  }

  function close(): void {
    if (lock.free()) post("ended");
    channel?.close();
    channel = undefined;
  }

  /** A page that is kept for Back holds nothing meanwhile. */
  function onPage({ type, persisted }: PageTransitionEvent): void {
    if (type === "pagehide") close();
    else if (persisted) {
      open();
      follow();
    }
  }

  function listen(isOn: boolean): void {
    clearTimeout(timer);
    if (isOn === isListening) return;
    isListening = isOn;
    // what a test's page had is gone once its test is over
    for (const type of ["pagehide", "pageshow"] as const)
      attempt(() => (isOn ? addEventListener : removeEventListener)(type, onPage));
    if (isOn) open();
    else close();
  }

  function follow(): void {
    const { status, elsewhere } = get();
    if (isReauthPending(get())) listen(true);
    if (elsewhere) lock.wait();
    else if (running.includes(status)) lock.lead();
    else if (lock.free()) post("ended");
    if (isReauthPending(get()) || !isListening) return;
    const restMs = Math.max(renewedAt, heardAt) + lingerMs - performance.now();
    if (restMs <= 0) return listen(false);
    clearTimeout(timer);
    timer = setTimeout(listen, restMs, false);
  }

  const off = subscribe(follow);
  return {
    tell(accountId) {
      renewal = { id: Math.random(), accountId };
      renewedAt = performance.now();
      waitMs = undefined;
      post("renewed", renewal);
    },
    waitMs: () => waitMs,
    close() {
      off();
      listen(false);
    },
  };
}
