import { createElement, type ReactElement, type RefObject } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import type { TencentErrorContextValue } from "../../react/useTencentContext.js";
import { severityOf } from "../parts/HostComponents.js";
import { drawIcon } from "../parts/SeverityIcon.js";
import type { NoticePart } from "../parts/partNames.js";
import { partsOf } from "../parts/useParts.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { NoticeDetails } from "./NoticeDetails.js";
import { drawActions } from "./NoticeActions.js";
import { drawFacts, type NoticeNews } from "./NoticeFacts.js";

/** What a notice is drawn of. */
export interface DrawnNotice {
  /** Without what a polluted prototype adds. */
  readonly props: ErrorNoticeProps;
  readonly state: SomeError;
  readonly news: NoticeNews | undefined;
  readonly context: TencentErrorContextValue;
  readonly root: RefObject<HTMLDivElement | null>;
}

/**
 * One failure as it is drawn: words, facts, buttons. In the same element it tells what is under way, and that it went well. No
 * component, nor are its parts: a page may have a thousand.
 */
export function drawNotice({ props, state, news, context, root }: DrawnNotice): ReactElement {
  const { variant = "inline", headingLevel, illustration } = props;
  const { diagnosis, message, actions, retry, isHealed, isTrying } = state;
  const { text } = context;
  const occurrences = props.occurrences ?? state.occurrences;
  const status = retry.isRunning ? "retrying" : news?.status;
  const healed = news?.healed;
  const part = partsOf<NoticePart>("notice", props, context);
  const Icon = props.components?.Icon;
  const severity = isHealed || isTrying ? "info" : severityOf(diagnosis.category);
  const drawing = typeof illustration === "function" ? illustration(diagnosis.category) : illustration;
  const isLine = variant === "line";
  // its title says the status already
  const doing = isTrying ? undefined : status === "retrying" ? text.words.labels.retrying : news?.said;
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
          ) : Icon === undefined ? (
            drawIcon(severity, part("icon"))
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
            {drawFacts({ state, news, occurrences, part, isLine, text, doing: isPassing ? undefined : doing })}
          </div>
          {drawActions({ actions, part, isLine, words: text.words, isRetrying: status === "retrying" })}
          {(props.details ?? message.audience === "developer") && !isLine ? (
            <NoticeDetails {...{ state, news, part }} />
          ) : null}
        </>
      )}
      {news ? <news.HeldPlace {...{ root, news, status, isHealed }} /> : null}
    </div>
  );
}
