import type { ReactElement } from "react";
import { ReportFact } from "../parts/ReportFact.js";
import { useChunk } from "../parts/useChunk.js";
import { reportChunk } from "../ticket/reportChunk.js";
import type { FoldedFactsProps } from "./NoticeNews.js";

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
