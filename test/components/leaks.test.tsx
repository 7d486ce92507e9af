import { afterEach, expect, test, vi } from "vitest";
import { cdp } from "vitest/browser";
import { createTencentErrorClient } from "../../src/core.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { createRoot, type Root } from "react-dom/client";
import { flushSync } from "react-dom";
import { windowLike } from "../flows/windowLike.js";

// VITE_CYCLES=2000 for the long soak
const cycles = Number(import.meta.env["VITE_CYCLES"] ?? 200);

afterEach(() => vi.restoreAllMocks());

/** Counts what is begun and not ended: listeners of the page, timers, channels. */
function watch() {
  const listeners = new Map<EventTarget, Map<string, Set<unknown>>>();
  const timers = new Set<unknown>();
  const channels = new Set<BroadcastChannel>();
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    const of = new Map<string, Set<unknown>>();
    listeners.set(target, of);
    vi.spyOn(target, "addEventListener").mockImplementation(function (this: EventTarget, ...args: Listening) {
      const [type, listener, options] = args;
      const known = of.get(type) ?? new Set();
      of.set(type, known.add(listener));
      const { signal } = Object(options) as AddEventListenerOptions;
      signal?.addEventListener("abort", () => known.delete(listener));
      Reflect.apply(addEventListener, target, args);
    });
    vi.spyOn(target, "removeEventListener").mockImplementation(function (this: EventTarget, ...args: Listening) {
      of.get(args[0])?.delete(args[1]);
      Reflect.apply(removeEventListener, target, args);
    });
  }
  for (const [begin, end] of [
    ["setTimeout", "clearTimeout"],
    ["setInterval", "clearInterval"],
  ] as const) {
    const [set, clear] = [window[begin].bind(window), window[end].bind(window)];
    vi.spyOn(window, begin).mockImplementation(((call: () => void, ms?: number) => {
      const id = set(() => {
        if (begin === "setTimeout") timers.delete(id);
        call();
      }, ms);
      timers.add(id);
      return id;
    }) as typeof setTimeout);
    vi.spyOn(window, end).mockImplementation((id) => {
      timers.delete(id);
      clear(id);
    });
  }
  const Channel = BroadcastChannel;
  vi.stubGlobal(
    "BroadcastChannel",
    class extends Channel {
      constructor(name: string) {
        super(name);
        channels.add(this);
      }
      override close(): void {
        channels.delete(this);
        super.close();
      }
    },
  );
  const count = () => ({
    listeners: [...listeners.values()].flatMap((of) => [...of.values()]).reduce((sum, { size }) => sum + size, 0),
    timers: timers.size,
    channels: channels.size,
  });
  return { count, stop: () => void vi.unstubAllGlobals() };
}

type Listening = [
  type: string,
  listener: EventListenerOrEventListenerObject,
  options?: boolean | AddEventListenerOptions,
];

/** The part of a window that the flow uses. */
class FakeWindow {
  closed = false;
  opener: object | null = {};
  readonly location = { replace: (): void => undefined };
  close(): void {
    this.closed = true;
  }
}

const opened: FakeWindow[] = [];
let openWindow: () => Window | null = () => null;

/** Mounts a page with a client of its own, asks, opens the window, sees it closed or not, cancels, unmounts. */
function cycle(turn: number): void {
  const popup = new FakeWindow();
  opened.push(popup);
  openWindow = () => windowLike(popup);
  const flow = popupReauth({ clientId: "soak", redirectUri: "/back.html", exchange: () => Promise.resolve() });
  const client = createTencentErrorClient({ reauth: flow });
  const host = document.body.appendChild(document.createElement("div"));
  const root: Root = createRoot(host);
  flushSync(() =>
    root.render(
      <TencentErrorProvider client={client} locale={en}>
        <ReauthPrompt />
      </TencentErrorProvider>,
    ),
  );
  const press = (part: string): void => document.querySelector<HTMLElement>(`dialog [data-part=${part}]`)?.click();
  flushSync(() => client.reauth.require(client.diagnose({ ret: -21 })));
  flushSync(() => press("start"));
  expect(client.reauth.getSnapshot().status).toBe("waiting");
  if (turn % 2 === 0) flushSync(() => press("cancel"));
  flushSync(() => root.unmount());
  // a page that is left while it waits: disposing of the client cancels
  if (turn % 2 === 1) client.reauth.cancel();
  host.remove();
}

test(
  `after mounting, asking, starting, cancelling and unmounting ${String(cycles)} times, nothing is left`,
  { tags: ["L8"], timeout: 600_000 },
  async () => {
    vi.spyOn(window, "open").mockImplementation(() => openWindow());
    cycle(0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { count, stop } = watch();
    const before = document.querySelectorAll("*").length;
    for (let turn = 0; turn < cycles; turn += 1) {
      cycle(turn);
      if (turn % 50 === 49) await new Promise((resolve) => setTimeout(resolve));
    }
    await expect.poll(count, { timeout: 10_000 }).toEqual({ listeners: 0, timers: 0, channels: 0 });
    await expect
      .poll(async () => {
        const { held = [], pending = [] } = await navigator.locks.query();
        return [...held, ...pending].filter(({ name }) => name?.includes("soak")).length;
      })
      .toBe(0);
    expect(document.querySelectorAll("*").length).toBe(before);
    expect(opened.filter(({ closed }) => !closed)).toEqual([]);
    expect(opened).toHaveLength(cycles + 1);
    stop();
  },
);

/** Bytes of the page's heap after a collection. */
async function heldBytes(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const session = cdp();
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}

test("L8: a cycle retains nothing", async () => {
  const { open } = window;
  // a spy would keep each call
  window.open = () => openWindow();
  const play = async (): Promise<void> => {
    for (let turn = 0; turn < cycles; turn += 1) {
      cycle(turn);
      opened.length = 0;
      if (turn % 50 === 49) await new Promise((resolve) => setTimeout(resolve));
    }
  };
  await play();
  const before = await heldBytes();
  await play();
  const each = ((await heldBytes()) - before) / cycles;
  window.open = open;
  // in short runs most of it is compiled code
  expect(each).toBeLessThan(cycles >= 2000 ? 200 : 3000);
}, 600_000);
