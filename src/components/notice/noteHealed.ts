import type { UserWords } from "../../i18n/Locale.js";
import type { CallLife } from "../../react/useCallLife.js";
import type { ErrorState } from "../../react/ErrorState.js";
import { isAnswered, isChange, resent } from "../../react/settledCalls.js";
import type { TencentErrorContextValue } from "../../react/PageContext.js";
import type { Healed } from "../parts/HealedLine.js";

interface HealedOptions {
  readonly words: UserWords;
  /** The notice's own reset. */
  readonly reset: (() => void) | undefined;
  readonly isAnnounced: boolean | undefined;
  onHealed(healed: Healed): void;
}

/**
 * What follows a failure. Its sign-in calls the notice's own reset; what a data layer refetches is left to that layer. Once the
 * failed calls have data, "Working again" is announced, for readers who can't see it come, and `onHealed` called; what a sign-in
 * healed is told by the prompt, which hears of it here.
 */
export function noteHealed(
  input: unknown,
  { isError, isHealed, isTrying, diagnosis, errors: [error] }: ErrorState,
  { announce, client }: Pick<TencentErrorContextValue, "announce" | "client">,
  { memory: { latest }, after }: Pick<CallLife, "memory" | "after">,
  { words, reset, isAnnounced = true, onHealed }: HealedOptions,
): void {
  if (isHealed && !client.retries.isKnown(error))
    after(["reset", error], () => {
      if (reset !== undefined && !isChange(input) && isFirst(error)) reset();
    });
  after(["healed", {}], () => {
    // a failure that healed before its data layer gave up was never announced
    if (!isTrying && diagnosis !== null) latest.failedAs = diagnosis;
    const { failedAs } = latest;
    if (isError || failedAs === undefined || !isAnswered(input)) return;
    if (failedAs.category === "reauth") client.reauth.settled(failedAs, true);
    else {
      const { healed } = words.labels;
      if (isAnnounced) announce(healed, "healed");
      onHealed({ title: healed, description: "" });
    }
    latest.failedAs = undefined;
  });
}

/** Whether it was not sent again: a boundary that catches the same error again is not reset twice. A text has no identity. */
function isFirst(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return true;
  if (resent.has(error)) return false;
  resent.add(error);
  return true;
}
