import { createElement, type ReactElement, useState } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import { useIsHydrated } from "../../react/useIsHydrated.js";
import type { NoticePart } from "../parts/partNames.js";
import type { Parts } from "../parts/Parts.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import type { NoticeNews, NoticeStatus } from "./NoticeNews.js";
import type { LocaleText } from "../../i18n/Locale.js";

interface NoticeTextProps {
  readonly state: SomeError;
  /** What is under way. */
  readonly status: NoticeStatus | undefined;
  readonly news: NoticeNews | undefined;
  readonly occurrences: number;
  readonly headingLevel: ErrorNoticeProps["headingLevel"];
  /** There is room for its title and one fact. */
  readonly isLine: boolean;
  readonly part: Parts<NoticePart>;
  readonly text: LocaleText;
}

/** What happened, or what is under way, and the facts. */
export function drawText(parts: NoticeTextProps): ReactElement {
  const { state, status, news, headingLevel, isLine, part, text } = parts;
  const { message, isTrying } = state;
  // its title says the status already
  const doing = isTrying ? undefined : status === "retrying" ? text.words.labels.retrying : news?.said;
  // in place of the sentence, so that it needs no room of its own: a line has its title only
  const isPassing = doing !== undefined && (isLine || status !== "offline");
  const passing = isPassing ? <span {...part("status")}>{doing}</span> : undefined;
  const said = (
    <>
      {createElement(
        headingLevel === undefined ? "strong" : `h${headingLevel}`,
        part("title"),
        (isLine && passing) || message.title,
      )}
      {isLine || (message.description === "" && !isPassing) ? null : (
        <p {...part("description")}>{passing ?? message.description}</p>
      )}
      {message.steps.length > 0 && !isLine ? (
        <ol {...part("steps")}>
          {message.steps.map(({ remedy, text: step }) => (
            <li key={remedy} {...part("step")} data-remedy={remedy}>
              {step}
            </li>
          ))}
        </ol>
      ) : null}
      {drawFacts({ ...parts, doing: isPassing ? undefined : doing, isPassing })}
    </>
  );
  return <div {...part("text")}>{isLine ? <div>{said}</div> : said}</div>;
}

interface NoticeFactsProps extends NoticeTextProps {
  /** What is under way, where its own sentence doesn't say it. */
  readonly doing: string | undefined;
  /** That sentence does. */
  readonly isPassing: boolean;
}

/** What is under way, how old the data is, how many calls it concerns, and the code to quote. */
function drawFacts(parts: NoticeFactsProps): ReactElement | null {
  const { state, doing, isPassing, news, occurrences, isLine, part, text } = parts;
  const { labels } = text.words;
  const { diagnosis, retry, isStale, dataUpdatedAt, isTrying, isHealed } = state;
  const code = isHealed || isTrying ? null : diagnosis.failure.code;
  const staleAt = isStale && !isLine ? dataUpdatedAt : null;
  const isCounting = retry.nextRetryAt !== null;
  const isCodeShown = code !== null && !(isLine && (isCounting || isPassing));
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
