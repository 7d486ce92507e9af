import type { Engine, LateEngine } from "./Engine.js";
import type { FailureStore } from "./FailureGroup.js";
import type { Retries, RetryGate } from "./Retries.js";

type PartName = "reauth" | "board" | "retries";

/** How a part of the engine answers before that is there: by itself, or by what `LateEngine` does with the call. */
type Early<Part> = { readonly [Name in keyof Part]: Part[Name] | "whenThere" | "use" | "follow" };

type Method = (...given: readonly unknown[]) => unknown;
type Methods = Readonly<Record<string, Method>>;

/** Stands in for a part of the engine: answers as `early` says until the engine is there, and as the engine does from then on. */
export function createFront<Name extends PartName>(
  late: LateEngine,
  part: Name,
  early: Early<Engine[Name]>,
): Engine[Name] {
  const front: Record<string, Method> = {};
  for (const [name, answer] of Object.entries<Method | "whenThere" | "use" | "follow">(early as never)) {
    const call: Method = (...given) => {
      const engine = late.now() as Readonly<Record<PartName, Methods>> | undefined;
      if (engine !== undefined) return engine[part][name]?.(...given);
      return typeof answer === "function" ? answer(...given) : late[answer](() => call(...given) as () => void);
    };
    front[name] = call;
  }
  return front as never;
}

/** The answer of what can be true with the engine alone. */
export const no = (): boolean => false;
/** The answer of what the engine alone has. */
export const nothing = (): undefined => undefined;
const none: readonly never[] = [];

/** The board of a client: empty as long as nothing has failed. */
export function createBoardFront(late: LateEngine): FailureStore {
  /** What notices show, also before the board is there. */
  const claims = new Set<{ readonly error: unknown }>();
  return createFront(late, "board", {
    ...{ post: "use", clear: "whenThere", rest: "whenThere", subscribe: "follow" },
    claim(error, onHealed) {
      const claim = { error };
      claims.add(claim);
      const release = late.follow(({ board }) => board.claim(error, onHealed));
      return () => {
        claims.delete(claim);
        release();
      };
    },
    shown: () => [...claims].map(({ error }) => error),
    ...{ dispose: nothing, publish: nothing },
    ...{ getGroups: () => none, getRows: () => none },
  });
}

/** What is to be tried again before the engine is there begins to wait when that comes. */
export function createRetriesFront({ count, mayRepeat, isRepeating }: RetryGate, late: LateEngine): Retries {
  return createFront(late, "retries", {
    ...{ count, mayRepeat, isRepeating },
    ...{ know: "whenThere", stop: "whenThere", isKnown: no, forget: nothing, maySend: () => true, canWait: no },
    wait: (call, waiter) =>
      late.follow(
        ({ retries }) => retries.wait(call, waiter),
        () => waiter.onChange(null, false),
      ),
  });
}
