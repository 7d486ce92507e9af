import type { ReactElement } from "react";
import type { SomeError } from "../react/ErrorState.js";
import { useSpeech } from "../react/useSpeech.js";
import type { NoticePart } from "./NoticePart.js";
import type { PartProps } from "./partProps.js";

/** The facts of a report, folded. Server text shows up here and nowhere else, as what it is: foreign, and mostly Chinese. */
export function NoticeDetails({
  state,
  part,
}: {
  readonly state: SomeError;
  readonly part: PartProps<NoticePart>;
}): ReactElement {
  const { labels } = useSpeech("ErrorNotice").words;
  const { serverMessage, ...facts } = state.draftTicket().facts;
  return (
    <details {...part("details")}>
      <summary>{labels.details}</summary>
      <dl>
        {Object.entries(facts).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd {...(name === "requestId" ? part("requestId") : {})}>
              <bdi dir="ltr">{value}</bdi>
            </dd>
          </div>
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
    </details>
  );
}
