import { type ReactElement, useState } from "react";
import { wholeWords } from "../../i18n/wholeWords.js";
import type { Diagnosis } from "../../model/Diagnosis.js";
import { draftTicket } from "../../react/copyReport.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { ReportFact } from "../parts/ReportFact.js";
import type { NoticePart } from "../parts/partNames.js";
import type { Parts } from "../parts/Parts.js";
import { TicketDialog } from "./TicketDialog.js";

/** The parts that show a report. */
export const reportViews: { readonly ReportFacts: typeof ReportFacts; readonly TicketDialog: typeof TicketDialog } = {
  ReportFacts,
  TicketDialog,
};

interface ReportFactsProps {
  readonly diagnosis: Diagnosis;
  readonly part: Parts<NoticePart>;
}

/** The only place that shows server text, marked as text of an unknown language. */
function ReportFacts({ diagnosis, part }: ReportFactsProps): ReactElement {
  const { client, text } = useTencentContext("ErrorNotice");
  const { labels } = wholeWords(text.words);
  const [draft] = useState(() => draftTicket(client, diagnosis));
  const { serverMessage, ...facts } = draft.facts;
  return (
    <dl>
      {Object.entries(facts).map(([name, value]) => (
        <ReportFact key={name} name={name} value={value} part={part} />
      ))}
      {serverMessage === undefined ? null : (
        <div>
          <dt>{labels.serverSaid}</dt>
          <dd lang="zh">
            <bdi>{serverMessage}</bdi>
          </dd>
        </div>
      )}
    </dl>
  );
}
