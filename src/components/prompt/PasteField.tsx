import { type ReactElement, useId, useState } from "react";
import type { Labels } from "../../i18n/Labels.js";
import { isComposing } from "../dialog/Dialog.js";
import type { PromptPart } from "../parts/partNames.js";
import type { Parts } from "../parts/Parts.js";

interface PasteFieldProps {
  /** Whether it said something. */
  readonly onPaste: (text: string) => boolean;
  readonly labels: Labels;
  readonly part: Parts<PromptPart>;
}

/** A field for the number or address on the provider's error page, which says what is wrong. Anything else stays in it. */
export function PasteField({ onPaste, labels, part }: PasteFieldProps): ReactElement {
  const id = useId();
  const [text, setText] = useState("");
  const [isUnclear, setUnclear] = useState(false);
  const submit = (): void => {
    if (text.trim() === "") return;
    setUnclear(!onPaste(text));
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
          aria-invalid={isUnclear || undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            setText(event.target.value);
            setUnclear(false);
          }}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === "Enter" && !isComposing(nativeEvent)) submit();
          }}
        />
        <button type="button" data-emphasis="secondary" onClick={submit}>
          {labels.check}
        </button>
        <p id={`${id}-note`} role="status">
          {isUnclear ? <span>{labels.pasteUnclear}</span> : null}
        </p>
      </div>
    </details>
  );
}
