import { vi } from "vitest";

/** A window that a flow opened. */
export interface FakePopup {
  closed: boolean;
  opener: unknown;
  address: string;
  readonly location: { replace(address: string): void };
  close(): void;
  focus(): void;
}

/** What pages share and hold, counted. */
export interface FakeBrowser {
  readonly popups: readonly FakePopup[];
  /** Tells every listener of the page. */
  dispatch(type: string, event?: object): void;
  /** What is still held: listeners, channels, locks, and windows that read as open. */
  held(): { readonly listeners: number; readonly channels: number; readonly locks: number; readonly popups: number };
}

type Listener = (event: object) => void;
type Hear = (event: { readonly data: unknown }) => void;

const origin = "https://app.test";

/** Puts a browser's page over Node: everything passes by the clock, which tests fake. `latency` is asked for each message. */
export function fakeBrowser(latency: () => number): FakeBrowser {
  const listeners = new Map<string, Set<Listener>>();
  const popups: FakePopup[] = [];
  const { Channel, channels, locks } = fakeTabs(latency);
  const of = (type: string): Set<Listener> =>
    listeners.get(type) ?? listeners.set(type, new Set()).get(type) ?? new Set();
  const open = (): FakePopup => {
    const popup: FakePopup = {
      closed: false,
      opener: null,
      address: "",
      location: { replace: (address) => void (popup.address = address) },
      close: () => void (popup.closed = true),
      focus: () => undefined,
    };
    popups.push(popup);
    return popup;
  };
  const location = { origin, href: `${origin}/page`, pathname: "/page" };
  const page = {
    addEventListener(type: string, listener: Listener, options?: { readonly signal?: AbortSignal }) {
      of(type).add(listener);
      options?.signal?.addEventListener("abort", () => of(type).delete(listener));
    },
    removeEventListener: (type: string, listener: Listener) => void of(type).delete(listener),
    origin,
    location,
    ...{ screenX: 0, screenY: 0, outerWidth: 1000, outerHeight: 800 },
  };
  for (const [name, value] of Object.entries({
    ...page,
    BroadcastChannel: Channel,
    navigator: { locks, onLine: true },
  }))
    vi.stubGlobal(name, value);
  vi.stubGlobal("window", { open, top: { location } });
  return {
    popups,
    dispatch(type, event = {}) {
      for (const listener of [...of(type)]) listener({ type, ...event });
    },
    held: () => ({
      listeners: [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
      channels: channels.size,
      locks: locks.count(),
      popups: popups.filter(({ closed }) => !closed).length,
    }),
  };
}

/** What tabs talk by. `latency` is asked for each message. */
export function fakeTabs(latency: () => number) {
  return { ...fakeChannels(latency), locks: fakeLocks(latency) };
}

function fakeChannels(latency: () => number) {
  const channels = new Set<Channel>();
  class Channel {
    readonly name: string;
    onmessage: Hear | null = null;
    readonly #hearers = new Set<Hear>();
    constructor(name: string) {
      this.name = name;
      channels.add(this);
    }
    addEventListener(_type: "message", hear: Hear, options?: { readonly signal?: AbortSignal }): void {
      this.#hearers.add(hear);
      options?.signal?.addEventListener("abort", () => this.#hearers.delete(hear));
    }
    postMessage(data: unknown): void {
      for (const other of channels)
        if (other !== this && other.name === this.name) setTimeout(() => other.#hear(structuredClone(data)), latency());
    }
    #hear(data: unknown): void {
      if (!channels.has(this)) return;
      this.onmessage?.({ data });
      for (const hear of this.#hearers) hear({ data });
    }
    close(): void {
      channels.delete(this);
    }
  }
  return { Channel, channels };
}

interface Request {
  readonly name: string;
  readonly isShared: boolean;
  grant(): void;
  steal(): void;
}

interface LockOptions {
  readonly steal?: boolean;
  readonly mode?: string;
  readonly signal?: AbortSignal;
}

/** As the platform's: shared or not, first come first served, a request may be aborted while it waits, a lock be stolen. */
function fakeLocks(latency: () => number) {
  const held = new Set<Request>();
  const pending = new Set<Request>();

  function serve(): void {
    for (const request of pending) {
      const others = [...held].filter(({ name }) => name === request.name);
      if (others.length > 0 && !(request.isShared && others.every(({ isShared }) => isShared))) continue;
      pending.delete(request);
      held.add(request);
      request.grant();
    }
  }

  return {
    count: () => held.size + pending.size,
    request(name: string, { steal = false, mode, signal }: LockOptions, work: () => unknown): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          held.delete(request);
          serve();
        };
        const request: Request = {
          name,
          isShared: mode === "shared",
          grant: () =>
            void Promise.resolve(work()).then((value) => {
              resolve(value);
              setTimeout(leave, latency());
            }),
          steal() {
            held.delete(request);
            reject(new DOMException("stolen", "AbortError"));
          },
        };
        signal?.addEventListener("abort", () => {
          if (pending.delete(request)) reject(new DOMException("aborted", "AbortError"));
        });
        setTimeout(() => {
          if (signal?.aborted === true) return;
          if (steal) for (const other of [...held]) if (other.name === name) other.steal();
          pending.add(request);
          if (steal) {
            pending.delete(request);
            held.add(request);
            request.grant();
          } else serve();
        }, latency());
      });
    },
  };
}
