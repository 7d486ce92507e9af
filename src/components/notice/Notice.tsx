import type { ReactElement, ReactNode, RefObject } from "react";
import type { FirstWords } from "../../i18n/Locale.js";
import type { Action, SomeError } from "../../react/ErrorState.js";
import { drawButton } from "../parts/ActionButton.js";
import { severityOf, type Severity } from "../parts/HostComponents.js";
import type { NoticePart } from "../parts/partNames.js";
import { FallbackNotice, RenderBoundary } from "../parts/RenderBoundary.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { drawText, NoticeDetails } from "./NoticeText.js";
import { type Parts, partsOf } from "../parts/Parts.js";
import type { TencentErrorContextValue } from "../../react/PageContext.js";
import type { NoticeNews } from "./NoticeNews.js";

/** What a notice is drawn of. */
interface DrawnNotice {
  /** Without what a polluted prototype adds. */
  readonly props: ErrorNoticeProps;
  readonly state: SomeError;
  readonly news: NoticeNews | undefined;
  readonly context: TencentErrorContextValue;
  readonly root: RefObject<HTMLDivElement | null>;
}

/** Draws a notice, and keeps the page when the app's own elements throw. */
export function frameNotice(drawn: DrawnNotice): ReactElement {
  const { children, components, slotProps, classNames, illustration } = drawn.props;
  return (children ?? components ?? slotProps ?? classNames ?? illustration) ? (
    <RenderBoundary fallback={<FallbackNotice code={drawn.state.diagnosis.failure.code} />}>
      <Framed {...drawn} />
    </RenderBoundary>
  ) : (
    drawNotice(drawn)
  );
}

/** Below the boundary that catches what the app renders. */
function Framed(drawn: DrawnNotice): ReactNode {
  const { children } = drawn.props;
  return children === undefined ? drawNotice(drawn) : children(drawn.state);
}

/**
 * One failure as it is drawn: words, facts, buttons. In the same element it tells what is under way, and that it went well. No
 * component, nor are its parts: a page may have a thousand.
 */
function drawNotice({ props, state, news, context, root }: DrawnNotice): ReactElement {
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
  const frame = {
    ref: root,
    ...(healed ? part("healed", props.className) : part("notice")),
    "data-state": status ?? (retry.nextRetryAt !== null ? "counting" : retry.attempt > 0 ? "retried" : "idle"),
    "data-category": diagnosis.category,
    "data-severity": severity,
    "data-variant": variant,
    lang: message.lang,
    dir: message.dir,
  };
  const place = news?.holdPlace({ root, news, status, isHealed });
  if (news && healed)
    return (
      <div {...frame}>
        <news.HealedLine healed={healed} />
        {place}
      </div>
    );
  return (
    <div {...frame}>
      {variant === "page" && drawing !== undefined && drawing !== null ? (
        <div {...part("illustration")} aria-hidden>
          {drawing}
        </div>
      ) : Icon === undefined ? (
        drawIcon(severity, part("icon"))
      ) : (
        <Icon {...part("icon")} severity={severity} aria-hidden />
      )}
      {drawText({ state, news, status, occurrences, part, isLine, text, headingLevel })}
      {drawActions({ actions, part, isLine, words: text.words, isRetrying: status === "retrying" })}
      {(props.details ?? message.audience === "developer") && !isLine ? (
        <NoticeDetails {...{ state, news, part, text }} />
      ) : null}
      {place}
    </div>
  );
}

interface NoticeActionsProps {
  readonly actions: readonly Action[];
  readonly isRetrying: boolean;
  /** There is room for the best one, and for the one that closes. */
  readonly isLine: boolean;
  readonly part: Parts<NoticePart>;
  readonly words: FirstWords;
}

/** The buttons of a notice, the best one first, the one that closes last. */
function drawActions({ actions, isRetrying, isLine, part, words }: NoticeActionsProps): ReactElement {
  const shown = isLine ? actions.filter(({ kind }, index) => index === 0 || kind === "dismiss") : actions;
  return (
    <div {...part("actions")}>
      {shown.map(({ kind, label, href, run }, index) => {
        const isOff = isRetrying && kind === "retry";
        const isPrimary = index === 0 && kind !== "copyReport" && kind !== "dismiss";
        // the button that closes is both the part `dismiss` and an action: the contract lists it under both names
        const named =
          kind === "dismiss"
            ? { name: kind, children: <span {...{ "data-part": "action", "data-action": kind }}>{label}</span> }
            : { name: "action" as const, "data-action": kind, children: undefined };
        return drawButton<NoticePart>(kind, { part, label, href, run, isOff, isPrimary, words, ...named });
      })}
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
function drawIcon(severity: Severity, attributes: Readonly<Record<string, unknown>>): ReactElement {
  return (
    <svg {...attributes} aria-hidden viewBox="0 0 16 16" width="16" height="16" fill="currentColor">
      <path d={shapes[severity]} />
    </svg>
  );
}
