import { type ReactElement, useState } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import { useText } from "../../react/useTencentContext.js";
import type { NoticePart } from "../parts/partNames.js";
import type { Parts } from "../parts/useParts.js";

interface NoticeDetailsProps {
  readonly state: SomeError;
  readonly part: Parts<NoticePart>;
}

/** The facts of a report, folded, and computed when they are unfolded. */
export function NoticeDetails({ state, part }: NoticeDetailsProps): ReactElement {
  const { labels } = useText("ErrorNotice").words;
  const [isSeen, setSeen] = useState(false);
  const { requestId, occurredAt } = state.diagnosis.failure;
  const see = (): void => setSeen(true);
  return (
    <details {...part("details")} onToggle={see}>
      <summary onClick={see}>{labels.details}</summary>
      {isSeen ? (
        <Facts key={`${state.diagnosis.fingerprint}${occurredAt}`} state={state} part={part} />
      ) : requestId === undefined ? null : (
        <dl>
          <Fact name="requestId" value={requestId} part={part} />
        </dl>
      )}
    </details>
  );
}

/** The only place that shows server text, marked as text of an unknown language. */
function Facts({ state, part }: NoticeDetailsProps): ReactElement {
  const { labels } = useText("ErrorNotice").words;
  const [draft] = useState(state.draftTicket);
  const { serverMessage, ...facts } = draft.facts;
  return (
    <dl>
      {Object.entries(facts).map(([name, value]) => (
        <Fact key={name} name={name} value={value} part={part} />
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

interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly part: Parts<NoticePart>;
}

function Fact({ name, value, part }: FactProps): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd {...(name === "requestId" ? part("requestId") : {})}>
        <bdi dir="ltr">{value}</bdi>
      </dd>
    </div>
  );
}
