import type { FailureStore } from "./failureStore.js";
import type { LateEngine } from "./lateEngine.js";

/** The board of a client: empty as long as nothing has failed. */
export function createBoardFront(late: LateEngine): FailureStore {
  const { follow, whenThere } = late;
  const board = (): FailureStore | undefined => late.now()?.board;

  return {
    post: (key, error, retry) => late.use((engine) => engine.board.post(key, error, retry)),
    clear: (key, isWell) => whenThere((engine) => engine.board.clear(key, isWell)),
    rest: (keys) => whenThere((engine) => engine.board.rest(keys)),
    claim: (error, onHealed) => follow(({ board: found }) => found.claim(error, onHealed)),
    shown: () => board()?.shown() ?? [],
    dispose: () => board()?.dispose(),
    publish: () => board()?.publish(),
    getGroups: () => board()?.getGroups() ?? none,
    getRows: () => board()?.getRows() ?? none,
    subscribe: (listener) => follow(({ board: found }) => found.subscribe(listener)),
  };
}

const none: readonly never[] = [];
