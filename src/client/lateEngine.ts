import { createChunk } from "../base/chunk.js";
import type { Engine, EngineParts } from "./createEngine.js";

/** What a client needs once something has failed: the table of the reauthorization, held calls, other tabs, clocks. */
export const healing = /* @__PURE__ */ createChunk(async () => import("./createEngine.js"));

/** The engine of one client, which may come later than the calls that need it. */
export interface LateEngine {
  /** Undefined as long as it was neither needed nor fetched ahead. */
  now(): Engine | undefined;
  /** Calls back with it, in the order of the calls, and fetches it. `onLost`: it can't be had, or the client has ended. */
  use(call: (engine: Engine) => void, onLost?: (error: unknown) => void): void;
  /** The same, but does not fetch it. */
  whenThere(call: (engine: Engine) => void, onLost?: (error: unknown) => void): void;
  /** The same as a promise. */
  load(): Promise<Engine>;
  close(): void;
}

/** What it is made by and who is told. */
interface LateEngineParts {
  make(createEngine: (parts: EngineParts) => Engine): Engine;
  /** It is there, and has been told of all that waited for it. */
  onThere(engine: Engine): void;
  /** It can't be had just now. */
  onLost(): void;
  isOff(): boolean;
}

interface Waiting {
  call(engine: Engine): void;
  onLost?: ((error: unknown) => void) | undefined;
}

/** Where the code is there already, the engine is made at once, and everything goes on as if there were no front. */
export function createLateEngine({ make, onThere, onLost, isOff }: LateEngineParts): LateEngine {
  let engine: Engine | undefined;
  let isBegun = false;
  let waiting: Waiting[] = [];

  function begin(): void {
    const found = healing.now();
    if (found === undefined || isBegun || isOff()) return;
    isBegun = true;
    off();
    engine = make(found.createEngine);
    for (const { call } of waiting.splice(0)) call(engine);
    onThere(engine);
  }

  function end(error: unknown): void {
    for (const each of waiting.splice(0)) each.onLost?.(error);
  }

  function lose(error: unknown): void {
    // told once for all that waited
    if (waiting.length === 0) return;
    end(error);
    onLost();
  }

  function whenThere(call: (engine: Engine) => void, lost?: (error: unknown) => void): void {
    if (engine !== undefined) call(engine);
    else if (isOff()) lost?.(undefined);
    else waiting = [...waiting, { call, onLost: lost }];
  }

  function use(call: (engine: Engine) => void, lost?: (error: unknown) => void): void {
    whenThere(call, lost);
    if (engine === undefined && !isOff()) healing.load().catch(lose);
  }

  const off = healing.subscribe(begin);
  return {
    now() {
      if (engine === undefined) begin();
      return engine;
    },
    use,
    whenThere,
    load: async () => new Promise((resolve, reject: (error: unknown) => void) => use(resolve, reject)),
    close() {
      off();
      end(undefined);
    },
  };
}
