import type { ReauthOutcome, ReauthProgress, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";
import { answerOutcome } from "./answerOutcome.js";
import { attempt } from "./attempt.js";
import { exchangeGrant, type Exchange } from "./exchangeGrant.js";
import { acceptMessage, isLostAnswer, type FlowMessage } from "./flowMessage.js";
import { read } from "./read.js";
import { readPasted } from "./readPasted.js";

/** Where a watcher takes what it hears. */
export interface AnswerDesk {
  /** Anything that came along: the one answer is taken and its bringer thanked, what pretends to be one is refused. */
  hear(data: unknown, thank?: () => void): void;
  /** What was seen meanwhile, to be told beside all that was seen before. */
  note(seen: Omit<ReauthProgress, "status">): void;
  end(outcome: ReauthOutcome): void;
}

/** Something that listens or looks for an answer. Returns how it leaves off. */
export type Watcher = (desk: AnswerDesk) => () => void;

/** Waits for the one answer to `state` from any number of watchers. A code is exchanged once, whoever brings it. */
export function awaitAnswer(
  state: string,
  exchange: Exchange,
  request: ReauthRequest,
  watchers: readonly Watcher[],
): Required<Pick<ReauthRun, "outcome" | "paste">> {
  const leave: (() => void)[] = [];
  let resolve: (outcome: ReauthOutcome) => void;
  let isAnswered = false;
  let hasRefused = false;
  let seen: Omit<ReauthProgress, "status"> = {};

  function rest(): void {
    for (const off of leave.splice(0)) attempt(off);
  }

  function end(outcome: ReauthOutcome): void {
    rest();
    resolve(outcome);
  }

  function answer({ code, error = "" }: FlowMessage): void {
    if (isAnswered) return;
    isAnswered = true;
    rest();
    if (code === undefined) return end(answerOutcome(error));
    request.onProgress({ status: "verifying" });
    void exchangeGrant(exchange, { code, state }, request).then(end);
  }

  function hear(data: unknown, thank?: () => void): void {
    const message = acceptMessage(data, state);
    if (message !== undefined) {
      if (thank !== undefined) attempt(thank);
      answer(message);
    } else if (isLostAnswer(data)) {
      // no more than a hint, since any site can open the return page without a state: the true answer still counts
      if (isAnswered || seen.lostState) return;
      request.onRefusal("stateRefused");
      note({ lostState: true });
      // once a flow, however many come; other scripts' messages are none of ours
    } else if (!hasRefused && (read(data, "flow") ?? read(data, "state")) !== undefined) {
      hasRefused = true;
      request.onRefusal("messageRefused");
    }
  }

  function note(more: Omit<ReauthProgress, "status">): void {
    seen = { ...seen, ...more };
    request.onProgress({ status: "waiting", ...seen });
  }

  const outcome = new Promise<ReauthOutcome>((settle) => (resolve = settle));
  leave.push(...watchers.map((watch) => watch({ hear, note, end })));
  request.signal.addEventListener("abort", () => end({ status: "cancelled" }));
  note({});
  return {
    outcome,
    paste(text) {
      const pasted = readPasted(text, state);
      if ("v" in pasted) answer(pasted);
      else if (!isAnswered) end({ status: "failed", reason: "callbackError", diagnosis: pasted });
    },
  };
}
