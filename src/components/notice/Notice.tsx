import { createElement, type ReactElement, useEffect } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { ActionButton } from "../parts/ActionButton.js";
import { type Severity, severityOf } from "../parts/HostComponents.js";
import type { NoticePart } from "../parts/partNames.js";
import { useParts } from "../parts/useParts.js";
import { warnOfColors } from "../parts/warnOfColors.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { NoticeDetails } from "./NoticeDetails.js";
import type { Countdown, NoticeStatus } from "./NoticeStatus.js";
import { StaleTime } from "./StaleTime.js";

/** What a notice shows once the rest of the kit is there. */
export interface NoticeNews {
  readonly status: NoticeStatus | undefined;
  readonly Countdown: typeof Countdown;
}

interface NoticeProps extends ErrorNoticeProps {
  readonly state: SomeError;
  readonly news: NoticeNews | undefined;
}

/** One failure as it is drawn: words, facts, buttons. */
export function Notice({ state, news, variant = "inline", headingLevel, ...props }: NoticeProps): ReactElement {
  const { text } = useTencentContext("ErrorNotice");
  const { diagnosis, message, actions, retry, isStale, dataUpdatedAt } = state;
  const occurrences = props.occurrences ?? state.occurrences;
  const { labels, prompt } = text.words;
  const status = retry.isRunning ? "retrying" : news?.status;
  const said = status === "waiting" ? prompt.waiting.title : status && labels[status];
  const part = useParts<NoticePart>("notice", props);
  useEffect(warnOfColors, []);
  const Icon = props.components?.Icon ?? SeverityIcon;
  const isCalm = state.isHealed || state.isTrying;
  const severity = isCalm ? "info" : severityOf(diagnosis.category);
  // its title says the status already
  const doing = state.isTrying ? undefined : said;
  const code = isCalm ? null : diagnosis.failure.code;
  const staleAt = isStale ? dataUpdatedAt : null;
  const hasFacts =
    doing !== undefined || code !== null || occurrences > 1 || staleAt !== null || retry.nextRetryAt !== null;
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
      <Icon {...part("icon")} severity={severity} aria-hidden />
      {createElement(headingLevel === undefined ? "strong" : `h${headingLevel}`, part("title"), message.title)}
      {message.description === "" ? null : <p {...part("description")}>{message.description}</p>}
      {message.steps.length > 0 ? (
        <ol {...part("steps")}>
          {message.steps.map(({ remedy, text: step }) => (
            <li key={remedy} {...part("step")} data-remedy={remedy}>
              {step}
            </li>
          ))}
        </ol>
      ) : null}
      {hasFacts ? (
        <p {...part("facts")}>
          {staleAt === null ? null : <StaleTime at={staleAt} {...part("stale")} />}
          {occurrences > 1 ? <span {...part("count")}>{text.count(labels.affected, occurrences)}</span> : null}
          {retry.nextRetryAt === null || !news ? null : <news.Countdown retry={retry} {...part("countdown")} />}
          {code === null ? null : <bdi {...part("code")}>{text.interpolate(labels.code, { code })}</bdi>}
          {/* last, since it comes and goes: the others keep their places */}
          {doing === undefined ? null : <span {...part("status")}>{doing}</span>}
        </p>
      ) : null}
      <div {...part("actions")}>
        {actions.map(({ kind, label, href, run }, index) => (
          <ActionButton
            key={kind}
            {...{ part, label, href, run }}
            // the button that closes is both the part `dismiss` and an action: the contract lists it under both names
            {...(kind === "dismiss"
              ? { name: kind, children: <span {...{ "data-part": "action", "data-action": kind }}>{label}</span> }
              : { name: "action", "data-action": kind })}
            isOff={status === "retrying" && kind === "retry"}
            isPrimary={index === 0 && kind !== "copyReport"}
          />
        ))}
      </div>
      {(props.details ?? message.audience === "developer") ? <NoticeDetails state={state} part={part} /> : null}
    </div>
  );
}

// prettier-ignore
const shapes: Readonly<Record<Severity, string>> = {
  info: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-.75 6v4.5h1.5V7h-1.5Zm0-2.5V6h1.5V4.5h-1.5Z",
  warning: "M8 1.2 15.4 14H.6L8 1.2ZM7.25 6v4h1.5V6h-1.5Zm0 5v1.5h1.5V11h-1.5Z",
  danger: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-.75 3.5V9h1.5V4.5h-1.5Zm0 5.5v1.5h1.5V10h-1.5Z",
};

/** Shows the severity by shape, not by colour alone. The words beside it say the same. */
function SeverityIcon({
  severity,
  ...props
}: {
  readonly severity: Severity;
  readonly "aria-hidden": true;
}): ReactElement {
  return (
    <svg {...props} viewBox="0 0 16 16" width="16" height="16" fill="currentColor" fillRule="evenodd">
      <path d={shapes[severity]} />
    </svg>
  );
}
