import type { ReactElement } from "react";
import type { FirstWords } from "../../i18n/Locale.js";
import type { Action } from "../../react/ErrorState.js";
import { drawButton } from "../parts/ActionButton.js";
import type { NoticePart } from "../parts/partNames.js";
import type { Parts } from "../parts/useParts.js";

interface NoticeActionsProps {
  readonly actions: readonly Action[];
  readonly isRetrying: boolean;
  /** There is room for the best one, and for the one that closes. */
  readonly isLine: boolean;
  readonly part: Parts<NoticePart>;
  readonly words: FirstWords;
}

/** The buttons of a notice, the best one first, the one that closes last. */
export function drawActions({ actions, isRetrying, isLine, part, words }: NoticeActionsProps): ReactElement {
  const shown = isLine ? actions.filter(({ kind }, index) => index === 0 || kind === "dismiss") : actions;
  return (
    <div {...part("actions")}>
      {shown.map(({ kind, label, href, run }, index) => {
        const isOff = isRetrying && kind === "retry";
        const isPrimary = index === 0 && kind !== "copyReport" && kind !== "dismiss";
        // the button that closes is both the part `dismiss` and an action: the contract lists it under both names
        const named =
          kind === "dismiss"
            ? { name: kind, children: <span {...{ "data-part": "action", "data-action": kind }}>{label}</span> }
            : { name: "action" as const, "data-action": kind, children: undefined };
        return drawButton<NoticePart>(kind, { part, label, href, run, isOff, isPrimary, ...named }, words);
      })}
    </div>
  );
}
