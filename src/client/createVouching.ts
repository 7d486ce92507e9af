import { createListeners } from "./store.js";
import type { HeldCalls } from "./heldCalls.js";

/** A person says that they have signed in, which the page has not seen. */
export interface Vouching {
  /** Finds out with one call; asks first where that call needs a yes. Again: the yes. */
  begin(): void;
  /** The call failed for want of a sign-in. */
  fail(): void;
  end(): void;
  /** Whether it waits for the yes. */
  isAsking(): boolean;
  /** Whether the yes was given. */
  isAgreed(): boolean;
  onProbe(listener: () => void): () => void;
}

/** What it does with the page. */
export interface VouchingParts {
  readonly room: Pick<HeldCalls, "probe" | "count">;
  /** There is no session yet, or a yes is needed. */
  onWait(): void;
  /** Nothing could be asked, or it was not answered: the word stands. */
  onUndecided(): void;
}

const patienceMs = 10_000;

/** A held reading goes first; without one, the data layers ask again for what failed; without those, a held change after a yes. */
export function createVouching({ room, onWait, onUndecided }: VouchingParts): Vouching {
  const layers = createListeners<undefined>();
  let stage: "off" | "trying" | "asking" | "agreed" = "off";
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    clearTimeout(timer);
    stage = "off";
  }

  function begin(): void {
    const isYes = stage === "asking";
    if (stage === "trying" || stage === "agreed") return;
    if (room.probe(isYes)) attend(isYes ? "agreed" : "trying");
    else if (layers.count() === 0) decide();
    else {
      attend("trying");
      layers.notifyListener(undefined);
    }
  }

  function attend(next: typeof stage): void {
    stage = next;
    timer = setTimeout(decide, patienceMs);
  }

  function decide(): void {
    const wasAgreed = stage === "agreed";
    end();
    if (wasAgreed || room.count() === 0) return onUndecided();
    stage = "asking";
    onWait();
  }

  return {
    begin,
    fail() {
      if (stage !== "trying" && stage !== "agreed") return;
      end();
      onWait();
    },
    end,
    isAsking: () => stage === "asking",
    isAgreed: () => stage === "agreed",
    onProbe: (listener) => layers.add(listener),
  };
}
