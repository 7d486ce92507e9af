import { ownOptions } from "../core/ownOptions.js";
import { read } from "../core/read.js";
import type { AxiosConfigLike, AxiosLike } from "./AxiosLike.js";

/** What stands in front of all interceptors of an instance, in the order of `Map`: the first one sees an answer first. */
export interface AxiosFront {
  /** Begins a call. @throws what it is rejected with, if it may not be sent. */
  begin(config: AxiosConfigLike): AxiosHandlers;
}

/** What becomes of one call's answer before any interceptor sees it. */
export interface AxiosHandlers {
  fulfilled(answer: unknown): Promise<unknown>;
  rejected(error: unknown): Promise<unknown>;
  /** To be awaited before the call is sent. */
  readonly ready?: Promise<void> | undefined;
}

type Visit = (interceptor: object) => void;
type Fronts = Map<unknown, AxiosFront>;

const installed = new WeakMap<object, Fronts>();

/**
 * The fronts of an instance; undefined where interceptors are not kept as axios keeps them. axios asks both lists of
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

  /** What is to be awaited before it is sent, where there is something. */
  function begin(config: AxiosConfigLike): (() => Promise<unknown>) | undefined {
    const replayer = takeReplay(config);
    const handlers: AxiosHandlers[] = [];
    [begun, isReplay] = [handlers, replayer !== undefined];
    try {
      for (const front of fronts.values()) {
        if (front === replayer) break;
        handlers.push(front.begin(config));
      }
      const waits = handlers.flatMap(({ ready }) => ready ?? []);
      return waits.length === 0 ? undefined : async () => Promise.all(waits);
    } catch (error) {
      return async () => {
        throw error;
      };
    }
  }

  override(request, (visit) => {
    let ready: ReturnType<typeof begin>;
    visit({
      synchronous: false,
      runWhen: (config: AxiosConfigLike) => (ready = begin(config)) !== undefined,
      fulfilled: async (config: AxiosConfigLike) => {
        await ready?.();
        return config;
      },
    });
    Reflect.apply(ownRequest, request, [visit]);
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

/** Who sends this again, if it is sent again: said once, so that a retry of the app's is no replay of the kit's. */
function takeReplay(config: AxiosConfigLike): object | undefined {
  const { resend, isReplay: _isReplay, ...meta } = ownOptions(config.tencent ?? {});
  config.tencent = typeof resend === "function" ? { ...meta, isReplay: true } : meta;
  return config.tencent === meta ? undefined : resend?.();
}
