import type { FailureStore } from "./failureStore.js";
import type { LateEngine } from "./lateEngine.js";

/** The board of a client: empty as long as nothing has failed. */
export function createBoardFront(late: LateEngine): FailureStore {
  const { whenThere } = late;
  const board = (): FailureStore | undefined => late.now()?.board;

  /** What is begun before the engine is there and ended at any time. */
  function follow(begin: (found: FailureStore) => () => void): () => void {
    const offs: (() => void)[] = [];
    let isOver = false;
    whenThere((engine) => isOver || offs.push(begin(engine.board)));
    return () => {
      isOver = true;
      for (const off of offs) off();
    };
  }

  return {
    post: (key, error, retry) => late.use((engine) => engine.board.post(key, error, retry)),
    clear: (key) => whenThere((engine) => engine.board.clear(key)),
    rest: (keys) => whenThere((engine) => engine.board.rest(keys)),
    claim: (error, onHealed) => follow((found) => found.claim(error, onHealed)),
    shown: () => board()?.shown() ?? [],
    dispose: () => board()?.dispose(),
    publish: () => board()?.publish(),
    getGroups: () => board()?.getGroups() ?? none,
    subscribe: (listener) => follow((found) => found.subscribe(listener)),
  };
}

const none: ReturnType<FailureStore["getGroups"]> = [];
