import {
  createTencentErrorClient,
  type ReauthFlow,
  type ReauthRequest,
  type TencentErrorClient,
} from "../../src/core.js";
import { exchangeCode } from "../../src/oauth/exchangeCode.js";
import type { AppKind, Place } from "./accountKinds.js";

/** A server that knows one session, and writes down in whose name each change was made. */
export interface AppServer {
  readonly done: { readonly name: string; readonly as: string }[];
  /** The session ends. */
  revoke(): void;
  signIn(who: string): void;
  /** What a change is answered with. */
  change(name: string): Promise<{ readonly ret: number }>;
  /** The answer to a read: `name of A`. */
  read(name: string, latencyMs?: number): Promise<{ readonly ret: number; readonly text?: string }>;
}

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function createServer(): AppServer {
  const done: { name: string; as: string }[] = [];
  let session: string | undefined = "A";
  return {
    done,
    revoke: () => void (session = undefined),
    signIn: (who) => void (session = who),
    async change(name) {
      await later(10);
      if (session === undefined) return { ret: -21 };
      done.push({ name, as: session });
      return { ret: 0 };
    },
    async read(name, latencyMs = 10) {
      const asked = session;
      await later(latencyMs);
      return asked === undefined || asked !== session ? { ret: -21 } : { ret: 0, text: `${name} of ${asked}` };
    },
  };
}

/** One tab of the app, with a store of its own. */
export interface Tab {
  readonly client: TencentErrorClient;
  readonly store: { me: string | number | undefined };
  /** Writes down who is signed in, where the app has a store. */
  write(who: string): void;
  /** The provider's answer arrives: the code goes to the app's server. */
  arrive(who: string): void;
  progress(windowClosed: boolean): void;
}

export interface World {
  readonly server: AppServer;
  tab(): Tab;
}

const exchangeMs = 50;
/** So long after the exchange the app asks its server who it is, and writes it down. */
export const lateMs = 100;

function idOf(who: string, place: Place): string | number {
  if (place === "mixed") return String(who.charCodeAt(0));
  return place === "number" ? who.charCodeAt(0) : who;
}

/** As an app's author writes it: a store, a client beside it, an exchange that updates the store, with or without the id in its answer. */
export function createWorld({ place, moment }: AppKind, sharedAs: string): World {
  const server = createServer();
  const hasOption = place !== "nowhere" && place !== "README" && place !== "README twice";

  function answerFor(who: string): object | undefined {
    if (place === "body" || place === "README" || place === "README twice") return { accountId: who };
    // the server answers a number, and the store has its text
    if (place === "mixed") return { accountId: who.charCodeAt(0) };
    return place === "wrapped" ? { data: { accountId: who } } : undefined;
  }

  function tab(): Tab {
    const store: Tab["store"] = { me: place === "empty" ? undefined : idOf("A", place) };
    const write = (who: string): void => {
      if (moment !== "never") store.me = idOf(who, place);
    };

    async function exchange(who: string): Promise<object | undefined> {
      if (moment === "before") write(who);
      await later(exchangeMs);
      server.signIn(who);
      if (moment === "in") write(who);
      if (moment === "after") setTimeout(write, lateMs, who);
      return answerFor(who);
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
    const client = createTencentErrorClient({ reauth: flow, ...(hasOption && { accountId: () => store.me }) });
    return {
      client,
      store,
      write,
      arrive: (who) => arrive(who),
      progress: (windowClosed) => current?.onProgress({ status: "waiting", windowClosed }),
    };
  }

  return { server, tab };
}
