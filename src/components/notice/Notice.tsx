import { createElement, type ReactElement, useEffect, useRef } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { severityOf } from "../parts/HostComponents.js";
import { SeverityIcon } from "../parts/SeverityIcon.js";
import type { NoticePart } from "../parts/partNames.js";
import { type Parts, useParts } from "../parts/useParts.js";
import { warnOfColors } from "../parts/warnOfColors.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { NoticeDetails } from "./NoticeDetails.js";
import { NoticeActions } from "./NoticeActions.js";
import { NoticeFacts, type NoticeNews } from "./NoticeFacts.js";

interface NoticeProps extends ErrorNoticeProps {
  readonly state: SomeError;
  readonly news: NoticeNews | undefined;
}

/** One failure as it is drawn, and its place: in the same element it tells what is under way and that it went well. */
export function Notice({ state, news, variant = "inline", ...props }: NoticeProps): ReactElement {
  const { diagnosis, message, retry } = state;
  const status = retry.isRunning ? "retrying" : news?.status;
  const healed = news?.healed ?? null;
  const part = useParts<NoticePart>("notice", props);
  const root = useRef<HTMLDivElement>(null);
  useEffect(warnOfColors, []);
  const severity = state.isHealed || state.isTrying ? "info" : severityOf(diagnosis.category);
  const facts = {
    "data-state": status ?? (retry.nextRetryAt !== null ? "counting" : retry.attempt > 0 ? "retried" : "idle"),
    "data-category": diagnosis.category,
    "data-severity": severity,
  };
  return (
    <div
      ref={root}
      {...(healed === null
        ? { ...part("notice"), ...facts }
        : { ...part("healed", props.className), "aria-hidden": true })}
      data-variant={variant}
      lang={message.lang}
      dir={message.dir}
    >
      {news && healed !== null ? (
        <news.HealedLine healed={healed} />
      ) : (
        <Content {...props} {...{ state, news, variant, status, severity, part }} />
      )}
      {news ? (
        <news.HeldPlace
          root={root}
          isHeld={healed !== null || state.isHealed || status === "retrying" || status === "waiting"}
          isLeaving={news.isLeaving}
          isTelling={healed !== null}
        />
      ) : null}
    </div>
  );
}

interface ContentProps extends NoticeProps {
  readonly status: NoticeNews["status"];
  readonly severity: ReturnType<typeof severityOf>;
  readonly part: Parts<NoticePart>;
}

/** Words, facts, buttons. What is under way takes the place of the sentence, so that it needs no room of its own. */
function Content({ state, news, status, severity, part, ...props }: ContentProps): ReactElement {
  const { variant, headingLevel, illustration, components, details, occurrences = state.occurrences } = props;
  const { diagnosis, message, actions, isTrying } = state;
  const { labels } = useTencentContext("ErrorNotice").text.words;
  const Icon = components?.Icon ?? SeverityIcon;
  const drawing = typeof illustration === "function" ? illustration(diagnosis.category) : illustration;
  const isLine = variant === "line";
  // a title that says it already
  const doing = isTrying ? undefined : status === "retrying" ? labels.retrying : news?.said;
  const isPassing = doing !== undefined && status !== "offline" && !isLine;
  return (
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
        {isPassing ? (
          <p {...part("description")}>
            <span {...part("status")}>{doing}</span>
          </p>
        ) : message.description === "" || isLine ? null : (
          <p {...part("description")}>{message.description}</p>
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
      {(details ?? message.audience === "developer") && !isLine ? <NoticeDetails {...{ state, news, part }} /> : null}
    </>
  );
}
