import type { ReactElement } from "react";
import type { Diagnosis } from "../model/Diagnosis.js";
import { useSupport } from "../react/useSupport.js";
import { ActionButton } from "./ActionButton.js";
import type { PartProps } from "./partProps.js";
import type { PromptPart } from "./PromptPart.js";

interface PromptSupportProps {
  readonly diagnosis: Diagnosis;
  readonly part: PartProps<PromptPart>;
}

/** The button to support, where the words send a person there. */
export function PromptSupport({ diagnosis, part }: PromptSupportProps): ReactElement | null {
  const action = useSupport(diagnosis, "ReauthPrompt");
  return action === undefined ? null : (
    <ActionButton action={action} isPrimary={true} components={undefined} {...part("action")} />
  );
}
