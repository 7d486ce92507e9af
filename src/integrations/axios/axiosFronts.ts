import { ownOptions, read } from "../../base/safely.js";
import type { AxiosConfigLike, AxiosLike } from "./AxiosLike.js";

/** What runs before all interceptors of an instance, in the order of the `Map`: the first one sees an answer first. */
export interface AxiosFront {
  /** Begins a call. @throws what it is rejected with, if it may not be sent. */
  begin(config: AxiosConfigLike): AxiosHandlers;
}

/** Handles one call's answer before any interceptor sees it. */
interface AxiosHandlers {
  /** Awaited before the call is sent, where a person has to be asked first. */
  ready(): Promise<void> | undefined;
  fulfilled(answer: unknown): Promise<unknown>;
  rejected(error: unknown): Promise<unknown>;
}

interface Begun {
  readonly refusal?: { readonly error: unknown };
  readonly ready?: Promise<unknown>;
}

type Visit = (interceptor: object) => void;
type Fronts = Map<unknown, AxiosFront>;

const installed = new WeakMap<object, Fronts>();

/**
 * The fronts of an instance; undefined where interceptors are not stored as axios stores them. axios walks both lists of
 * interceptors, one after the other, when a call begins: so whatever order they were registered in, these come first, and
 * a call that is sent again passes the interceptors of requests but not those of answers.
 */
export function axiosFronts({ interceptors: { request, response } }: AxiosLike): Fronts | undefined {
  const known = installed.get(response);
  if (known !== undefined) return known;
  const [ownRequest, ownResponse] = [read(request, "forEach"), read(response, "forEach")];
  if (typeof ownRequest !== "function" || typeof ownResponse !== "function") return undefined;
  const fronts: Fronts = new Map();
  let begun: readonly AxiosHandlers[] = [];
  let isReplay = false;

  function begin(config: AxiosConfigLike): Begun {
    const replayer = takeReplay(config);
    const handlers: AxiosHandlers[] = [];
    [begun, isReplay] = [handlers, replayer !== undefined];
    try {
      for (const front of fronts.values()) {
        if (front === replayer) break;
        handlers.push(front.begin(config));
      }
      const waits = handlers.map(({ ready }) => ready()).filter((wait) => wait !== undefined);
      if (waits.length === 0) return {};
      const ready = Promise.all(waits);
      // it is awaited later
      ready.catch(() => undefined);
      return { ready };
    } catch (error) {
      return { refusal: { error } };
    }
  }

  override(request, (visit) => {
    let call: Begun = {};
    // axios runs the first one last: a refused call has passed all request interceptors, as it passes those of responses
    visit({
      synchronous: false,
      runWhen: (config: AxiosConfigLike) => (call = begin(config)).refusal !== undefined,
      fulfilled: (config: AxiosConfigLike) => {
        if (call.refusal !== undefined) throw call.refusal.error;
        return config;
      },
    });
    Reflect.apply(ownRequest, request, [visit]);
    // and the last one first: a call that waits for a person is signed after that
    visit({
      synchronous: false,
      runWhen: () => call.ready !== undefined,
      fulfilled: async (config: AxiosConfigLike) => {
        await call.ready;
        return config;
      },
    });
  });
  override(response, (visit) => {
    const [handlers, isAlone] = [begun, isReplay];
    [begun, isReplay] = [[], false];
    handlers.forEach(visit);
    if (!isAlone) Reflect.apply(ownResponse, response, [visit]);
  });
  installed.set(response, fronts);
  return fronts;
}

function override(manager: object, forEach: (visit: Visit) => void): void {
  Object.defineProperty(manager, "forEach", { value: forEach, configurable: true, writable: true });
}

/** The client that replays this call. Removed when read, so that a retry by the app is no replay. */
function takeReplay(config: AxiosConfigLike): object | undefined {
  const { resend, isReplay: _isReplay, ...meta } = ownOptions(config.tencent ?? {});
  config.tencent = typeof resend === "function" ? { ...meta, isReplay: true } : meta;
  return config.tencent === meta ? undefined : resend?.();
}
