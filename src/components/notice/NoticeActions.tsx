import type { ReactElement } from "react";
import type { Action } from "../../react/ErrorState.js";
import { ActionButton } from "../parts/ActionButton.js";
import type { NoticePart } from "../parts/partNames.js";
import type { Parts } from "../parts/useParts.js";

interface NoticeActionsProps {
  readonly actions: readonly Action[];
  readonly isRetrying: boolean;
  /** There is room for the best one, and for the one that closes. */
  readonly isLine: boolean;
  readonly part: Parts<NoticePart>;
}

/** The buttons of a notice, the best one first, the one that closes last. */
export function NoticeActions({ actions, isRetrying, isLine, part }: NoticeActionsProps): ReactElement {
  const shown = isLine ? actions.filter(({ kind }, index) => index === 0 || kind === "dismiss") : actions;
  return (
    <div {...part("actions")}>
      {shown.map(({ kind, label, href, run }, index) => (
        <ActionButton
          key={kind}
          {...{ part, label, href, run }}
          // the button that closes is both the part `dismiss` and an action: the contract lists it under both names
          {...(kind === "dismiss"
            ? { name: kind, children: <span {...{ "data-part": "action", "data-action": kind }}>{label}</span> }
            : { name: "action", "data-action": kind })}
          isOff={isRetrying && kind === "retry"}
          isPrimary={index === 0 && kind !== "copyReport" && kind !== "dismiss"}
        />
      ))}
    </div>
  );
}
