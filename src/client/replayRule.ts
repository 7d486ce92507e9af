import { ownOptions } from "../base/safely.js";
import type { ReplayRule } from "../model/ReauthSnapshot.js";
import type { CallOptions } from "./TrackedCall.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** What a call says about how it waits, and by which words it is asked about. Without a `replay`, `hold` decides whether it waits. */
export interface ReplayChoice {
  readonly hold?: boolean | undefined;
  readonly replay?: ReplayRule | undefined;
  readonly label?: string | undefined;
}

/**
 * `replay` decides alone: `never` fails at once, `auto` and `confirm` wait. Where nothing is said, a change waits for a question, and a
 * reading of a layer fails at once, since its layer asks again; one that failed late is sent again. A reading is never asked about.
 */
export function replayRule(
  given: ReplayChoice,
  isAskedAgain: boolean,
  isReading: boolean = isAskedAgain,
): Pick<CallOptions, "hold" | "replay"> {
  const { hold, replay } = ownOptions(given);
  const rule = replay ?? (isAskedAgain ? "auto" : "confirm");
  // `hold: false` and `confirm`: what does not wait is never asked about
  if (hold === false) return { hold, replay: rule === "confirm" ? (isAskedAgain ? "auto" : "never") : rule };
  const isLeft = isAskedAgain && hold === undefined && replay === undefined;
  return { hold: rule !== "never" && !isLeft, replay: rule === "confirm" && isReading ? "auto" : rule };
}

/** What one call says, and for all that it leaves out, what was said for all calls. */
export function withDefaults(call: ReplayChoice, all: ReplayChoice): ReplayChoice {
  const [own, given] = [ownOptions(call), ownOptions(all)];
  const { replay = given.replay, label = given.label } = own;
  return { hold: own.hold ?? (own.replay === undefined ? given.hold : undefined), replay, label };
}

let isSaid = false;

/** Says once in development that `replay` has taken the place of `hold`. */
export function warnOfHold(given: ReplayChoice): void {
  try {
    if (process.env.NODE_ENV === "production" || isSaid || ownOptions(given).hold === undefined) return;
    isSaid = true;
    // eslint-disable-next-line no-console -- for developers, whose calls still wait as they said
    console.warn(
      '[tencent-error-kit] `hold` is deprecated: `replay` decides alone. For `hold: false` write `replay: "never"`, ' +
        'for `hold: true` write `replay: "confirm"` (waits; changes are asked about) or `replay: "auto"` (waits; sent again unasked).',
    );
  } catch {
    // an unbundled page has no `process`
  }
}
