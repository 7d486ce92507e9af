import { type ReactElement, useState } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import { useIsHydrated } from "../../react/useIsHydrated.js";
import type { NoticePart } from "../parts/partNames.js";
import type { Parts } from "../parts/Parts.js";
import type { NoticeNews } from "./NoticeNews.js";
import type { LocaleText } from "../../i18n/Locale.js";

interface NoticeFactsProps {
  readonly state: SomeError;
  /** What is under way, where its own sentence doesn't say it. */
  readonly doing: string | undefined;
  readonly news: NoticeNews | undefined;
  readonly occurrences: number;
  /** There is room for one. */
  readonly isLine: boolean;
  readonly part: Parts<NoticePart>;
  readonly text: LocaleText;
}

/** What is under way, how old the data is, how many calls it concerns, and the code to quote. */
export function drawFacts(parts: NoticeFactsProps): ReactElement | null {
  const { state, doing, news, occurrences, isLine, part, text } = parts;
  const { labels } = text.words;
  const { diagnosis, retry, isStale, dataUpdatedAt, isTrying, isHealed } = state;
  const code = isHealed || isTrying ? null : diagnosis.failure.code;
  const staleAt = isStale && !isLine ? dataUpdatedAt : null;
  const isCounting = retry.nextRetryAt !== null;
  const isCodeShown = code !== null && !(isLine && (isCounting || doing !== undefined));
  const hasFacts = doing !== undefined || isCodeShown || occurrences > 1 || staleAt !== null || isCounting;
  if (!hasFacts) return null;
  return (
    <p {...part("facts")}>
      {staleAt === null ? null : <StaleTime {...{ text, at: staleAt }} {...part("stale")} />}
      {occurrences > 1 && !isLine ? <span {...part("count")}>{text.count(labels.affected, occurrences)}</span> : null}
      {isCounting && news ? <news.Countdown retry={retry} {...part("countdown")} /> : null}
      {isCodeShown ? (
        <bdi {...part("code")} dir={isLine ? "ltr" : undefined}>
          {isLine ? code : text.interpolate(labels.code, { code })}
        </bdi>
      ) : null}
      {/* last, since it comes and goes: the others keep their places */}
      {doing === undefined ? null : <span {...part("status")}>{doing}</span>}
    </p>
  );
}

/** The time of the older data that is still shown. */
function StaleTime({ text, at, ...part }: { readonly text: LocaleText; readonly at: number }): ReactElement | null {
  const { words, interpolate, time } = text;
  return useIsHydrated() ? <span {...part}>{interpolate(words.labels.stale, { time: time(at) })}</span> : null;
}

interface NoticeDetailsProps {
  readonly state: SomeError;
  readonly news: NoticeNews | undefined;
  readonly part: Parts<NoticePart>;
  readonly text: LocaleText;
}

/** The facts of a report, folded. What is in them comes with the rest of the kit. */
export function NoticeDetails({ state, news, part, text }: NoticeDetailsProps): ReactElement {
  const [isSeen, setSeen] = useState(false);
  const see = (): void => setSeen(true);
  return (
    <details {...part("details")} onToggle={see}>
      <summary onClick={see}>{text.words.labels.details}</summary>
      {news && <news.FoldedFacts {...{ state, isSeen, part }} />}
    </details>
  );
}
