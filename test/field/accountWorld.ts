import { vi } from "vitest";
import {
  createTencentErrorClient,
  type ReauthFlow,
  type ReauthRequest,
  type TencentErrorClient,
} from "../../src/core.js";
import { exchangeCode } from "../../src/oauth/exchangeCode.js";

/** Where the app learns who signed in. */
export const places = ["body", "store", "number", "wrapped", "mixed", "nowhere", "cleared"] as const;
export type Place = (typeof places)[number];
/** When the app writes it into its store. */
export const moments = ["before", "in", "after"] as const;
export type Moment = (typeof moments)[number];
/** How a new session comes. */
export const ways = ["own tab", "other tab", "cancelled while verifying", "I have signed in"] as const;
export type Way = (typeof ways)[number];

/** One way to write an app. */
export interface AppKind {
  readonly place: Place;
  readonly moment: Moment;
}

/** A server that knows one session, and writes down in whose name each change was made. */
export interface AppServer {
  readonly done: { readonly name: string; readonly as: string }[];
  /** The session ends. */
  revoke(): void;
  signIn(who: string): void;
  /** What a change is answered with. */
  answer(name: string): { readonly ret: number };
}

function createServer(): AppServer {
  const done: { name: string; as: string }[] = [];
  let session: string | undefined = "A";
  return {
    done,
    revoke: () => void (session = undefined),
    signIn: (who) => void (session = who),
    answer(name) {
      if (session === undefined) return { ret: -21 };
      done.push({ name, as: session });
      return { ret: 0 };
    },
  };
}

/** One tab of the app, with a store of its own. */
export interface Tab {
  readonly client: TencentErrorClient;
  readonly store: { me: string | number | undefined };
  /** The provider's answer arrives: the code goes to the app's server. */
  arrive(who: string): void;
  progress(windowClosed: boolean): void;
}

export interface World {
  readonly server: AppServer;
  tab(): Tab;
}

const exchangeMs = 50;

export function idOf(who: string, place: Place): string | number {
  if (place === "mixed") return String(who.charCodeAt(0));
  return place === "number" ? who.charCodeAt(0) : who;
}

/** As an app's author writes it: a store, a client beside it, an exchange that updates the store and may or may not tell the id. */
export function createWorld({ place, moment }: AppKind, sharedAs?: string): World {
  const server = createServer();
  const hasStore = place === "store" || place === "cleared" || place === "number" || place === "mixed";

  function tab(): Tab {
    const store: Tab["store"] = { me: idOf("A", place) };
    const write = (who: string): void => {
      if (hasStore) store.me = idOf(who, place);
    };

    async function exchange(who: string): Promise<object | void> {
      if (moment === "before") write(who);
      await new Promise((resolve) => setTimeout(resolve, exchangeMs));
      server.signIn(who);
      if (moment === "in") write(who);
      if (moment === "after") setTimeout(write, 100, who);
      if (place === "body") return { accountId: who };
      // the server answers a number, and the store has its text
      if (place === "mixed") return { accountId: who.charCodeAt(0) };
      if (place === "wrapped") return { data: { accountId: who } };
      return undefined;
    }

    let arrive: (who: string) => void = () => undefined;
    let current: ReauthRequest | undefined;
    const flow: ReauthFlow = {
      kind: "test",
      sharedAs,
      start(request) {
        current = request;
        request.onProgress({ status: "waiting" });
        return {
          outcome: new Promise((resolve) => {
            request.signal.addEventListener("abort", () => resolve({ status: "cancelled" }));
            arrive = (who) => {
              request.onProgress({ status: "verifying" });
              void exchangeCode(() => exchange(who), { code: "c".repeat(32), state: "s".repeat(43) }, request).then(
                resolve,
              );
            };
          }),
        };
      },
    };
    const client = createTencentErrorClient({
      reauth: flow,
      ...(hasStore || place === "body" || place === "wrapped" ? { accountId: () => store.me } : {}),
    });
    return {
      client,
      store,
      arrive: (who) => arrive(who),
      progress: (windowClosed) => current?.onProgress({ status: "waiting", windowClosed }),
    };
  }

  return { server, tab };
}

/** Time passes in small steps, as promises and timers take turns. */
export async function pass(ms: number): Promise<void> {
  for (let at = 0; at < ms; at += 10) await vi.advanceTimersByTimeAsync(10);
}
