import { type ReactElement, useState } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import type { NoticePart } from "../parts/partNames.js";
import { ReportFact } from "../parts/ReportFact.js";
import { useChunk } from "../parts/useChunk.js";
import type { Parts } from "../parts/useParts.js";
import { reportChunk } from "../ticket/reportChunk.js";

interface NoticeDetailsProps {
  readonly state: SomeError;
  readonly part: Parts<NoticePart>;
}

/** The facts of a report, folded, and computed when they are unfolded. */
export function NoticeDetails({ state, part }: NoticeDetailsProps): ReactElement {
  const { labels } = useTencentContext("ErrorNotice").text.words;
  const [isSeen, setSeen] = useState(false);
  const { found: views } = useChunk(reportChunk, isSeen);
  const { requestId, occurredAt } = state.diagnosis.failure;
  const see = (): void => setSeen(true);
  return (
    <details {...part("details")} onToggle={see}>
      <summary onClick={see}>{labels.details}</summary>
      {isSeen && views ? (
        <views.ReportFacts
          key={`${state.diagnosis.fingerprint}${occurredAt}`}
          diagnosis={state.diagnosis}
          part={part}
        />
      ) : requestId === undefined ? null : (
        <dl>
          <ReportFact name="requestId" value={requestId} part={part} />
        </dl>
      )}
    </details>
  );
}
