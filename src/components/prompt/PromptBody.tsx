import { type ReactElement, useState } from "react";
import type { ReauthState } from "../../react/useReauth.js";
import { useText } from "../../react/useText.js";
import { PasteField } from "./PasteField.js";
import { PromptAccount } from "./PromptAccount.js";
import { PromptActions } from "./PromptActions.js";
import { PromptPanel } from "./PromptPanel.js";
import type { PromptBodyProps } from "./PromptBodyProps.js";

/** The words and buttons, the same in a dialog, a banner and a line. */
export function PromptBody(props: PromptBodyProps): ReactElement {
  const { view, reauth, part, panel, isOffline, description, descriptionId } = props;
  const { words, interpolate, count } = useText("ReauthPrompt");
  const { labels } = words;
  const code = reauth.diagnosis?.failure.code ?? null;
  const isConfirming = view.words === "confirm";
  // prettier-ignore
  const notes = [
    ...(isOffline ? [labels.offline] : []),
    ...(isConfirming ? reauth.waiting : []),
    ...(code !== null && isTelling(reauth.reason) ? [interpolate(labels.code, { code })] : []),
  ];
  const { affected, changes } = reauth;
  // prettier-ignore
  const counts = isConfirming || reauth.status === "failed" ? [] : [
    ...(affected > 1 ? [count(labels.affected, affected)] : []),
    ...(changes > 0 ? [count(labels.waitingChanges, changes)] : []),
  ];
  return (
    <>
      {view.isRunning === true ? <div {...part("progress")} aria-hidden /> : null}
      <p {...part("description")} id={descriptionId} aria-live="polite">
        <span>{description}</span>
      </p>
      {view.words === "required" ? <PromptAccount account={reauth.account} part={part} /> : null}
      <div {...part("status")} role="status">
        {/* it changes many times in a storm, so it is not announced */}
        <div aria-live="off">{counts.length === 0 ? null : <span>{counts.join(" · ")}</span>}</div>
        {notes.length === 0 ? null : <div>{notes.join(" · ")}</div>}
      </div>
      {panel ? <PromptPanel panel={panel} part={part} /> : null}
      {view.canPaste && !panel ? <PasteField onPaste={reauth.paste} part={part} /> : null}
      <PromptActions {...props} />
    </>
  );
}

/** Whether the code says why the sign-in failed. Otherwise it only says why one was asked for. */
function isTelling(reason: ReauthState["reason"]): boolean {
  return reason === "callbackError" || reason === "exchangeFailed" || reason === "loop";
}

/** The most changes that were held at once since the prompt opened: it still tells of them when they are let go. */
export function useAtStake(changes: number, isOpen: boolean): number {
  const [most, setMost] = useState(0);
  const now = isOpen ? Math.max(most, changes) : 0;
  if (now !== most) setMost(now);
  return now;
}
