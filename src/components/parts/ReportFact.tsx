import type { ReactElement } from "react";
import type { NoticePart } from "./partNames.js";
import type { Parts } from "./Parts.js";

interface ReportFactProps {
  readonly name: string;
  readonly value: string;
  readonly part: Parts<NoticePart>;
}

/** One line of a report. */
export function ReportFact({ name, value, part }: ReportFactProps): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd {...(name === "requestId" ? part("requestId") : {})}>
        <bdi dir="ltr">{value}</bdi>
      </dd>
    </div>
  );
}
