import type { ReactElement } from "react";
import type { ReauthState } from "../react/useReauth.js";
import { useSpeech } from "../react/useSpeech.js";
import type { Parts } from "./useParts.js";
import { PromptActions } from "./PromptActions.js";
import { PasteField } from "./PasteField.js";
import type { PromptPart } from "./PromptPart.js";
import type { PromptView } from "./promptView.js";

interface PromptBodyProps {
  readonly view: PromptView;
  readonly reauth: ReauthState;
  readonly part: Parts<PromptPart>;
  readonly isDialog: boolean;
  readonly isOffline: boolean;
}

/** The words and the ways on, the same in a dialog, a banner and a line. */
export function PromptBody(props: PromptBodyProps): ReactElement {
  const { view, reauth, part, isOffline } = props;
  const { words, fill, count } = useSpeech("ReauthPrompt");
  const { labels } = words;
  const { description } = words.prompt[view.words];
  const code = reauth.diagnosis?.failure.code ?? null;
  const reason = reauth.status === "failed" && reauth.reason !== null ? words.reasons[reauth.reason] : undefined;
  // prettier-ignore
  const notes = [
    ...(isOffline ? [labels.offline] : []),
    ...(view.words === "confirm" ? [count(labels.sendAgain, reauth.toConfirm), ...reauth.waiting] : []),
    ...(code !== null && isTelling(reauth.reason) ? [fill(labels.code, { code })] : []),
  ];
  const hasCount = reauth.affected > 1 && view.words !== "confirm";
  return (
    <>
      <p {...part("description")} aria-live="polite">
        <span>{reason ?? description}</span>
      </p>
      <p {...part("status")} role="status">
        {/* in a storm it changes again and again: seen, but not said each time */}
        <span aria-live="off">{hasCount ? count(labels.affected, reauth.affected) : null}</span>
        {notes.length === 0 ? null : <span>{[...(hasCount ? [""] : []), ...notes].join(" · ")}</span>}
      </p>
      {view.canPaste ? <PasteField onPaste={reauth.paste} part={part} /> : null}
      <PromptActions {...props} />
    </>
  );
}

/** Whether the code says why the sign-in failed. Otherwise it only says why there was one. */
function isTelling(reason: ReauthState["reason"]): boolean {
  return reason === "callbackError" || reason === "exchangeFailed" || reason === "loop";
}
