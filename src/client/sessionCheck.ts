import { tell } from "./store.js";
import type { HeldCalls, Probe } from "./Reauth.js";

/** A person says that they have signed in, which the page has not seen: one call finds out. */
export interface SessionCheck {
  /** Finds out with one call; asks first where that call needs a yes. Again: the yes. */
  begin(): void;
  /** The call failed for want of a sign-in. */
  fail(): void;
  end(): void;
  /** Whether it waits for the yes. */
  isAsking(): boolean;
  /** Whether the yes was given. */
  isAgreed(): boolean;
  /** Whether a call finds out right now. */
  isTrying(): boolean;
  onProbe(probe: Probe): () => void;
}

/** What the check uses and calls back. */
interface SessionCheckParts {
  readonly held: Pick<HeldCalls, "probe" | "count">;
  /** There is no session yet, or a yes is needed. */
  onUnconfirmed(): void;
  /** Nothing could be asked, or it was not answered: what the person said is taken for true. */
  onUndecided(): void;
}

const timeoutMs = 10_000;

/** A held read goes first; without one, the data layers ask again for what failed; without those, a held change after a yes. */
export function createSessionCheck({ held, onUnconfirmed, onUndecided }: SessionCheckParts): SessionCheck {
  const layers = new Set<Probe>();
  let stage: "off" | "trying" | "asking" | "agreed" = "off";
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    clearTimeout(timer);
    stage = "off";
  }

  function begin(): void {
    const isYes = stage === "asking";
    if (stage === "trying" || stage === "agreed") return;
    if (held.probe(isYes)) return waitFor(isYes ? "agreed" : "trying");
    waitFor("trying");
    const answers = [...layers].flatMap(answerOf);
    if (answers.length === 0) return decide();
    const own = timer;
    // an answer that says something has been reported before it is over
    void Promise.allSettled(answers).then(() => {
      if (stage === "trying" && timer === own) decide();
    });
  }

  function answerOf(probe: Probe): Promise<unknown> | never[] {
    let answer: Promise<unknown> | undefined;
    tell(() => {
      answer = probe();
    }, probe);
    return answer ?? [];
  }

  function waitFor(next: typeof stage): void {
    stage = next;
    timer = setTimeout(decide, timeoutMs);
  }

  function decide(): void {
    const wasAgreed = stage === "agreed";
    end();
    if (wasAgreed || held.count() === 0) return onUndecided();
    stage = "asking";
    onUnconfirmed();
  }

  return {
    begin,
    fail() {
      if (stage !== "trying" && stage !== "agreed") return;
      end();
      onUnconfirmed();
    },
    end,
    isAsking: () => stage === "asking",
    isAgreed: () => stage === "agreed",
    isTrying: () => stage === "trying" || stage === "agreed",
    onProbe(probe) {
      const own: Probe = () => probe();
      layers.add(own);
      return () => void layers.delete(own);
    },
  };
}
