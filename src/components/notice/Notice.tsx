import { createElement, type ReactElement, useEffect } from "react";
import type { SomeError } from "../../react/ErrorState.js";
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

/** One failure as it is drawn: words, facts, buttons. */
export function Notice({
  state,
  news,
  variant = "inline",
  headingLevel,
  illustration,
  ...props
}: NoticeProps): ReactElement {
  const { diagnosis, message, actions, retry } = state;
  const occurrences = props.occurrences ?? state.occurrences;
  const status = retry.isRunning ? "retrying" : news?.status;
  const part = useParts<NoticePart>("notice", props);
  useEffect(warnOfColors, []);
  const Icon = props.components?.Icon ?? SeverityIcon;
  const severity = state.isHealed || state.isTrying ? "info" : severityOf(diagnosis.category);
  const drawing = typeof illustration === "function" ? illustration(diagnosis.category) : illustration;
  const isLine = variant === "line";
  return (
    <div
      {...part("notice")}
      data-state={status ?? (retry.nextRetryAt !== null ? "counting" : retry.attempt > 0 ? "retried" : "idle")}
      data-category={diagnosis.category}
      data-severity={severity}
      data-variant={variant}
      lang={message.lang}
      dir={message.dir}
    >
      {variant === "page" && drawing !== undefined && drawing !== null ? (
        <div {...part("illustration")} aria-hidden>
          {drawing}
        </div>
      ) : (
        <Icon {...part("icon")} severity={severity} aria-hidden />
      )}
      <div {...part("text")}>
        {createElement(headingLevel === undefined ? "strong" : `h${headingLevel}`, part("title"), message.title)}
        {message.description === "" || isLine ? null : <p {...part("description")}>{message.description}</p>}
        {message.steps.length > 0 && !isLine ? (
          <ol {...part("steps")}>
            {message.steps.map(({ remedy, text: step }) => (
              <li key={remedy} {...part("step")} data-remedy={remedy}>
                {step}
              </li>
            ))}
          </ol>
        ) : null}
        <NoticeFacts {...{ state, status, news, occurrences, part, isLine }} />
      </div>
      <NoticeActions {...{ actions, part, isLine }} isRetrying={status === "retrying"} />
      {(props.details ?? message.audience === "developer") && !isLine ? (
        <NoticeDetails state={state} part={part} />
      ) : null}
    </div>
  );
}
