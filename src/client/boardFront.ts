import type { FailureStore } from "./FailureGroup.js";
import type { LateEngine } from "./Engine.js";

/** The board of a client: empty as long as nothing has failed. */
export function createBoardFront(late: LateEngine): FailureStore {
  const { follow, whenThere } = late;
  const board = (): FailureStore | undefined => late.now()?.board;
  /** What notices show, also before the board is there. */
  const claims = new Set<{ readonly error: unknown }>();

  return {
    post: (key, error, retry) => late.use((engine) => engine.board.post(key, error, retry)),
    clear: (key, isWell) => whenThere((engine) => engine.board.clear(key, isWell)),
    rest: (keys) => whenThere((engine) => engine.board.rest(keys)),
    claim(error, onHealed) {
      const claim = { error };
      claims.add(claim);
      const release = follow(({ board: found }) => found.claim(error, onHealed));
      return () => {
        claims.delete(claim);
        release();
      };
    },
    shown: () => board()?.shown() ?? [...claims].map(({ error }) => error),
    dispose: () => board()?.dispose(),
    publish: () => board()?.publish(),
    getGroups: () => board()?.getGroups() ?? none,
    getRows: () => board()?.getRows() ?? none,
    subscribe: (listener) => follow(({ board: found }) => found.subscribe(listener)),
  };
}

const none: readonly never[] = [];
