import { type ReactElement, useId, useState } from "react";
import type { ReauthState } from "../../react/useReauth.js";
import { useText } from "../../react/useTencentContext.js";
import { isComposing } from "../dialog/Dialog.js";
import type { PromptPart } from "../parts/partNames.js";
import type { Parts } from "../parts/useParts.js";
import { PromptActions } from "./PromptActions.js";
import type { PromptView } from "./promptView.js";

interface PromptBodyProps {
  readonly view: PromptView;
  readonly reauth: ReauthState;
  readonly part: Parts<PromptPart>;
  readonly isDialog: boolean;
  readonly isOffline: boolean;
}

/** The words and buttons, the same in a dialog, a banner and a line. */
export function PromptBody(props: PromptBodyProps): ReactElement {
  const { view, reauth, part, isOffline } = props;
  const { words, interpolate, count } = useText("ReauthPrompt");
  const { labels } = words;
  const { description } = words.prompt[view.words];
  const code = reauth.diagnosis?.failure.code ?? null;
  const reason = reauth.status === "failed" && reauth.reason !== null ? words.reasons[reauth.reason] : undefined;
  // prettier-ignore
  const notes = [
    ...(isOffline ? [labels.offline] : []),
    ...(view.words === "confirm" ? reauth.waiting : []),
    ...(code !== null && isTelling(reauth.reason) ? [interpolate(labels.code, { code })] : []),
  ];
  const hasCount = reauth.affected > 1 && view.words !== "confirm";
  return (
    <>
      <p {...part("description")} aria-live="polite">
        <span>{reason ?? description}</span>
      </p>
      <p {...part("status")} role="status">
        {/* it changes many times in a storm, so it is not announced */}
        <span aria-live="off">{hasCount ? count(labels.affected, reauth.affected) : null}</span>
        {notes.length === 0 ? null : <span>{[...(hasCount ? [""] : []), ...notes].join(" · ")}</span>}
      </p>
      {view.canPaste ? <PasteField onPaste={reauth.paste} part={part} /> : null}
      <PromptActions {...props} />
    </>
  );
}

/** Whether the code says why the sign-in failed. Otherwise it only says why one was asked for. */
function isTelling(reason: ReauthState["reason"]): boolean {
  return reason === "callbackError" || reason === "exchangeFailed" || reason === "loop";
}

/** A field for the number or address on the provider's error page, which says what is wrong. */
function PasteField({
  onPaste,
  part,
}: {
  readonly onPaste: (text: string) => void;
  readonly part: Parts<PromptPart>;
}): ReactElement {
  const { labels } = useText("ReauthPrompt").words;
  const id = useId();
  const [text, setText] = useState("");
  const submit = (): void => {
    if (text.trim() !== "") onPaste(text);
  };
  // no form, since the prompt may be inside one of the page's: `form=""` takes the field out of that one
  return (
    <details {...part("paste")}>
      <summary>{labels.stuck}</summary>
      <div role="group">
        <label htmlFor={id}>{labels.paste}</label>
        <input
          id={id}
          form=""
          dir="ltr"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === "Enter" && !isComposing(nativeEvent)) submit();
          }}
        />
        <button type="button" data-emphasis="secondary" onClick={submit}>
          {labels.check}
        </button>
      </div>
    </details>
  );
}
