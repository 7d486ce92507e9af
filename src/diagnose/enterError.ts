import { firstFound } from "./contents.js";
import { asText, read, readOnce, type Seen } from "../base/safely.js";
import { noteCall } from "./callInfo.js";
import { enterAnswer, enterExtensions } from "./enterAnswer.js";
import { type ErrorShape, explainUnanswered, miniProgramFailure, transportOf } from "./errorShape.js";
import { enterEach, enterRelayed, enterSaid } from "./handedOver.js";
import type { Found } from "./Reading.js";
import { reviveFailure } from "./reviveFailure.js";
import { markVisited, note, type Trail } from "./trail.js";
import { errorKeys } from "./wrapperKeys.js";

/** What an error holds: the answer, a failure that was read before, what libraries wrap, or what it says itself. */
export function enterError(
  error: object,
  words: ErrorShape,
  seen: Seen,
  trail: Trail,
  depth: number,
): Found | undefined {
  note(trail, { isThrown: true });
  const response = read(error, "response");
  const hasAnswer = markVisited(response, trail);
  if (hasAnswer) noteCall(response, trail, true);
  noteCall(error, trail, true);
  const found = hasAnswer ? enterAnswer(response, trail, depth + 1) : trail.walk.enter(response, trail, depth + 1);
  if (found !== undefined) return found ?? undefined;
  return (
    reviveFailure(error, trail) ??
    firstFound(errorKeys, (key) =>
      trail.budget > 0 ? enterEach(readOnce(error, key, seen), trail, depth + 1) : undefined,
    ) ??
    enterRelayed(error, seen, trail, depth) ??
    enterErrorFields(error, words, seen, trail, depth)
  );
}

/** The status that an app's own error tells of an answer: `HTTP error! status: 503`. */
function statusIn(message: unknown): number | undefined {
  const [, status] =
    /(?:\b[Ss]tatus|HTTP|状态码)\D{0,9}([45]\d\d)\b(?! [a-z])/.exec(asText(message).slice(0, 300)) ?? [];
  return status === undefined ? undefined : Number(status);
}

/** The message of an error, as apps keep it in their state. Who asks what happened may have nothing else. */
export function enterMessage(message: string, trail: Trail): Found | undefined {
  const kind = transportOf({ name: "", message });
  const httpStatus = statusIn(message);
  if (kind ?? httpStatus) note(trail, { isCopy: true, httpStatus });
  return kind && { kind };
}

/** What an error says itself, where nothing that it holds says more. */
function enterErrorFields(
  error: object,
  words: ErrorShape,
  seen: Seen,
  trail: Trail,
  depth: number,
): Found | undefined {
  const { httpStatus, isUnanswered } = trail;
  const code = readOnce(error, "code", seen);
  if (httpStatus === undefined && isUnanswered) return { kind: transportOf(words, code) ?? explainUnanswered(error) };
  // an app's own `new Error(await response.text())` carries the answer in its message
  const found =
    trail.walk.enterDialect(error, seen, trail, depth, "error") ??
    enterExtensions(error, trail, depth + 1) ??
    enterSaid(words.message, trail, depth);
  if (found !== undefined) return found;
  const isCancelled = read(error, "__CANCEL__") === true;
  const kind = isCancelled ? "aborted" : (transportOf(words, code) ?? miniProgramFailure(error));
  if (kind === undefined) {
    note(trail, { httpStatus: trail.httpStatus ?? statusIn(words.message) });
    return undefined;
  }
  return { kind: trail.httpStatus === undefined ? kind : "body" };
}
