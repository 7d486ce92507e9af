import { type ReactElement, useState } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import type { NoticePart } from "../parts/partNames.js";
import type { Parts } from "../parts/useParts.js";
import type { NoticeNews } from "./NoticeFacts.js";

interface NoticeDetailsProps {
  readonly state: SomeError;
  readonly news: NoticeNews | undefined;
  readonly part: Parts<NoticePart>;
}

/** The facts of a report, folded. What is in them comes with the rest of the kit. */
export function NoticeDetails({ state, news, part }: NoticeDetailsProps): ReactElement {
  const { labels } = useTencentContext("ErrorNotice").text.words;
  const [isSeen, setSeen] = useState(false);
  const see = (): void => setSeen(true);
  return (
    <details {...part("details")} onToggle={see}>
      <summary onClick={see}>{labels.details}</summary>
      {news && <news.FoldedFacts {...{ state, isSeen, part }} />}
    </details>
  );
}
