import { type Chunk, createChunk } from "../base/chunk.js";
import type * as engineModule from "./createEngine.js";
import type { Engine, LateEngine, LateEngineParts } from "./Engine.js";

/** What a client needs once something has failed: the table of the reauthorization, held calls, other tabs, clocks. */
export const engineChunk: Chunk<typeof engineModule> = /* @__PURE__ */ createChunk(
  async () => import("./createEngine.js"),
);

type Waiting = readonly [call: (engine: Engine) => void, onLost?: () => void];

/** Where the code is there already, the engine is made at once, and everything goes on as if there were no front. */
export function createLateEngine({ make, onThere, onLost, isOff }: LateEngineParts): LateEngine {
  let engine: Engine | undefined;
  let isBegun = false;
  /** Somebody has asked since it was lost last. */
  let isAsked = false;
  let waiting: Waiting[] = [];

  function begin(): void {
    const found = engineChunk.now();
    if (found === undefined || isBegun || isOff()) return;
    isBegun = true;
    off();
    engine = make(found.createEngine);
    for (const [call] of waiting.splice(0)) call(engine);
    onThere(engine);
  }

  function end(): void {
    const over = waiting;
    waiting = over.filter(([, lost]) => lost === undefined);
    for (const [, lost] of over) lost?.();
  }

  function lose(): void {
    if (!isAsked) return;
    isAsked = false;
    end();
    onLost();
  }

  function whenThere(...asked: Waiting): void {
    const [call, lost] = asked;
    if (engine !== undefined) call(engine);
    else if (isOff()) lost?.();
    else waiting.push(asked);
  }

  function use(...asked: Waiting): void {
    whenThere(...asked);
    if (engine !== undefined || isOff()) return;
    isAsked = true;
    engineChunk.load().catch(lose);
  }

  const off = engineChunk.subscribe(begin);
  return {
    now() {
      if (engine === undefined) begin();
      return engine;
    },
    use,
    whenThere,
    follow(start, lost) {
      let isOver = false;
      let leave: (() => void) | undefined;
      (lost ? use : whenThere)((found) => (leave = isOver ? undefined : start(found)), lost);
      return () => {
        isOver = true;
        leave?.();
      };
    },
    // started in the order of the calls, so that a later dismissal rejects this one too
    hand: async (call, lost) =>
      new Promise((resolve, reject: (reason: Error) => void) =>
        use(
          (found) => resolve(call(found)),
          () => reject(lost() as Error),
        ),
      ),
    close() {
      off();
      end();
    },
  };
}
