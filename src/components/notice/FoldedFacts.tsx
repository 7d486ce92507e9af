import type { ReactElement } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import type { NoticePart } from "../parts/partNames.js";
import { ReportFact } from "../parts/ReportFact.js";
import { useChunk } from "../parts/useChunk.js";
import type { Parts } from "../parts/useParts.js";
import { reportChunk } from "../ticket/reportChunk.js";

interface FoldedFactsProps {
  readonly state: SomeError;
  readonly isSeen: boolean;
  readonly part: Parts<NoticePart>;
}

/** The number of the call, and the report's facts, which are computed when they are unfolded. */
export function FoldedFacts({ state, isSeen, part }: FoldedFactsProps): ReactElement | null {
  const { found: views } = useChunk(reportChunk, isSeen);
  const { diagnosis } = state;
  const { requestId, occurredAt } = diagnosis.failure;
  if (isSeen && views)
    return <views.ReportFacts key={`${diagnosis.fingerprint}${occurredAt}`} {...{ diagnosis, part }} />;
  return requestId === undefined ? null : (
    <dl>
      <ReportFact name="requestId" value={requestId} part={part} />
    </dl>
  );
}
