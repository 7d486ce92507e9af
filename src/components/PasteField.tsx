import { useId, useState, type ReactElement, type SyntheticEvent } from "react";
import { useSpeech } from "../react/useSpeech.js";
import type { Parts } from "./useParts.js";
import type { PromptPart } from "./PromptPart.js";

/** For who got stuck on the provider's own error page: the number or address seen there says what is wrong. */
export function PasteField({
  onPaste,
  part,
}: {
  readonly onPaste: (text: string) => void;
  readonly part: Parts<PromptPart>;
}): ReactElement {
  const { labels } = useSpeech("ReauthPrompt").words;
  const id = useId();
  const [text, setText] = useState("");
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") onPaste(text);
  };
  return (
    <details {...part("paste")}>
      <summary>{labels.stuck}</summary>
      <form onSubmit={submit}>
        <label htmlFor={id}>{labels.paste}</label>
        <input id={id} dir="ltr" autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} />
        <button type="submit" data-emphasis="secondary">
          {labels.check}
        </button>
      </form>
    </details>
  );
}
