import { useId, useState, type ReactElement } from "react";
import { useSpeech } from "../react/useSpeech.js";
import { isComposing } from "./isComposing.js";
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
  const submit = (): void => {
    if (text.trim() !== "") onPaste(text);
  };
  // no form of its own, since the page may have put the prompt into one: `form=""` takes a field out of that one
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
