import { createElement, type ReactElement, useEffect, useRef } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { severityOf } from "../parts/HostComponents.js";
import { SeverityIcon } from "../parts/SeverityIcon.js";
import type { NoticePart } from "../parts/partNames.js";
import { useParts } from "../parts/useParts.js";
import { warnOfColors } from "../parts/warnOfColors.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { NoticeDetails } from "./NoticeDetails.js";
import { NoticeActions } from "./NoticeActions.js";
import { NoticeFacts, type NoticeNews } from "./NoticeFacts.js";

interface NoticeProps extends ErrorNoticeProps {
  readonly state: SomeError;
  readonly news: NoticeNews | undefined;
}

/** One failure as it is drawn: words, facts, buttons. In the same element it tells what is under way, and that it went well. */
export function Notice({
  state,
  news,
  variant = "inline",
  headingLevel,
  illustration,
  ...props
}: NoticeProps): ReactElement {
  const { diagnosis, message, actions, retry, isHealed, isTrying } = state;
  const { labels } = useTencentContext("ErrorNotice").text.words;
  const occurrences = props.occurrences ?? state.occurrences;
  const status = retry.isRunning ? "retrying" : news?.status;
  const healed = news?.healed;
  const part = useParts<NoticePart>("notice", props);
  const root = useRef<HTMLDivElement>(null);
  useEffect(warnOfColors, []);
  const Icon = props.components?.Icon ?? SeverityIcon;
  const severity = isHealed || isTrying ? "info" : severityOf(diagnosis.category);
  const drawing = typeof illustration === "function" ? illustration(diagnosis.category) : illustration;
  const isLine = variant === "line";
  // its title says the status already
  const doing = isTrying ? undefined : status === "retrying" ? labels.retrying : news?.said;
  // in place of the sentence, so that it needs no room of its own
  const isPassing = doing !== undefined && status !== "offline" && !isLine;
  return (
    <div
      ref={root}
      {...(healed ? part("healed", props.className) : part("notice"))}
      data-state={status ?? (retry.nextRetryAt !== null ? "counting" : retry.attempt > 0 ? "retried" : "idle")}
      data-category={diagnosis.category}
      data-severity={severity}
      data-variant={variant}
      lang={message.lang}
      dir={message.dir}
    >
      {news && healed ? (
        <news.HealedLine healed={healed} />
      ) : (
        <>
          {variant === "page" && drawing !== undefined && drawing !== null ? (
            <div {...part("illustration")} aria-hidden>
              {drawing}
            </div>
          ) : (
            <Icon {...part("icon")} severity={severity} aria-hidden />
          )}
          <div {...part("text")}>
            {createElement(headingLevel === undefined ? "strong" : `h${headingLevel}`, part("title"), message.title)}
            {(message.description === "" && !isPassing) || isLine ? null : (
              <p {...part("description")}>
                {isPassing ? <span {...part("status")}>{doing}</span> : message.description}
              </p>
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
            <NoticeFacts {...{ state, news, occurrences, part, isLine }} doing={isPassing ? undefined : doing} />
          </div>
          <NoticeActions {...{ actions, part, isLine }} isRetrying={status === "retrying"} />
          {(props.details ?? message.audience === "developer") && !isLine ? (
            <NoticeDetails {...{ state, news, part }} />
          ) : null}
        </>
      )}
      {news ? <news.HeldPlace {...{ root, news, status, isHealed }} /> : null}
    </div>
  );
}
