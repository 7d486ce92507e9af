import { type ReactElement, useEffect, useRef } from "react";
import { attempt } from "../../base/safely.js";
import type { ReauthRun } from "../../model/ReauthFlow.js";
import type { PromptPart } from "../parts/partNames.js";
import type { Parts } from "../parts/useParts.js";

interface PromptPanelProps {
  readonly panel: NonNullable<ReauthRun["panel"]>;
  readonly part: Parts<PromptPart>;
}

/** The place where the flow draws what the person signs in by. */
export function PromptPanel({ panel, part }: PromptPanelProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    const remove = element === null ? undefined : attempt(() => panel(element));
    return () => {
      attempt(() => remove?.());
    };
  }, [panel]);
  return (
    <div {...part("panel")}>
      <div ref={place} />
    </div>
  );
}
