import { attempt, read } from "../base/safely.js";
import { diagnose } from "../diagnose/diagnose.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthOutcome, ReauthProgress, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";
import {
  validateMessage,
  type CallbackMessage,
  createCallbackMessage,
  isLostAnswer,
  parseCallback,
} from "./callbackMessage.js";
import { outcomeOfError, type Exchange, exchangeCode } from "./exchangeCode.js";

/** Where a source hands on what it receives. */
export interface AnswerSink {
  /** Takes any message: the one answer is acknowledged to its sender, what pretends to be one is refused. */
  onMessage(data: unknown, acknowledge?: () => void): void;
  /** Reports progress, together with all that was reported before. */
  note(seen: Omit<ReauthProgress, "status">): void;
  end(outcome: ReauthOutcome): void;
}

/** Something that listens or looks for an answer. Returns the function that stops it. */
export type AnswerSource = (sink: AnswerSink) => () => void;

/** Waits for the one answer to `state` from any number of sources. A code is exchanged once, whichever source brings it. */
export function awaitCallback(
  state: string,
  exchange: Exchange,
  request: ReauthRequest,
  sources: readonly AnswerSource[],
): Required<Pick<ReauthRun, "outcome" | "paste">> {
  const stops: (() => void)[] = [];
  let resolve: (outcome: ReauthOutcome) => void;
  let isAnswered = false;
  let hasRefused = false;
  let seen: Omit<ReauthProgress, "status"> = {};

  function stopAll(): void {
    for (const stop of stops.splice(0)) attempt(stop);
  }

  function end(outcome: ReauthOutcome): void {
    stopAll();
    resolve(outcome);
  }

  function answer({ code, error = "" }: CallbackMessage): void {
    if (isAnswered) return;
    isAnswered = true;
    stopAll();
    if (code === undefined) return end(outcomeOfError(error));
    request.onProgress({ status: "verifying" });
    void exchangeCode(exchange, { code, state }, request).then(end);
  }

  function onMessage(data: unknown, acknowledge?: () => void): void {
    const message = validateMessage(data, state);
    if (message !== undefined) {
      if (acknowledge !== undefined) attempt(acknowledge);
      answer(message);
    } else if (isLostAnswer(data)) {
      // no more than a hint, since any site can open the return page without a state: the true answer still counts
      if (isAnswered || seen.lostState) return;
      request.onRefusal("stateRefused");
      note({ lostState: true });
      // reported once for each flow; a message with neither field belongs to another script
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
  stops.push(...sources.map((listen) => listen({ onMessage, note, end })));
  request.signal.addEventListener("abort", () => end({ status: "cancelled" }));
  note({});
  return {
    outcome,
    paste(text) {
      const pasted = parsePastedAnswer(text, state);
      if ("v" in pasted) answer(pasted);
      else if (pasted.failure.code === null) return false;
      else if (!isAnswered) end({ status: "failed", reason: "callbackError", diagnosis: pasted });
      return true;
    },
  };
}

/** What a person copied from the provider's page: the answer itself, when it is this flow's return address, else a number or a text. */
export function parsePastedAnswer(text: string, state: string): CallbackMessage | Diagnosis {
  const callback = parseCallback(text.trim());
  const message = callback?.state === state ? createCallbackMessage(callback) : undefined;
  if (message !== undefined) return message;
  const number = /^\(?#?(-?\d{1,7})\)?$/.exec(text.trim())?.[1];
  return number === undefined ? diagnose(text) : diagnose({ error: number }, { dialect: "pageText" });
}
