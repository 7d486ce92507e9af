"use client";
import { createElement, useEffect, useState, type ReactElement } from "react";
import type { SomeError } from "../react/ErrorState.js";
import { useClaims } from "../react/useClaims.js";
import { useTencentContext } from "../react/useTencentContext.js";
import { useTencentError } from "../react/useTencentError.js";
import { ActionButton } from "./ActionButton.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { Countdown } from "./Countdown.js";
import { LastResort } from "./LastResort.js";
import { NoticeDetails } from "./NoticeDetails.js";
import type { NoticePart } from "./NoticePart.js";
import { partProps } from "./partProps.js";
import { severityOf } from "./severityOf.js";
import { SeverityIcon } from "./SeverityIcon.js";
import { LazyTicketDialog } from "./LazyTicketDialog.js";

/**
 * Says what went wrong in the reader's language, with the one button that helps.
 * @throws Error in development outside of `TencentErrorProvider`.
 * @example
 * ```tsx
 * import { ErrorNotice } from "tencent-error-kit";
 *
 * export function Failure({ error }: { readonly error: unknown }) {
 *   return <ErrorNotice error={error} variant="banner" />;
 * }
 * ```
 */
export function ErrorNotice(props: ErrorNoticeProps): ReactElement | null {
  const {
    error,
    audience,
    onDismiss,
    onRetry,
    resetErrorBoundary,
    resetError,
    announce = true,
    isClaiming = true,
  } = props;
  const reset = resetErrorBoundary ? () => resetErrorBoundary() : resetError;
  const [isTicketOpen, setTicketOpen] = useState(false);
  const onOpenTicket = props.onOpenTicket ?? (() => setTicketOpen(true));
  const state = useTencentError(error, { audience, onDismiss, onRetry: onRetry ?? reset, onOpenTicket });
  const { announce: say, client } = useTencentContext("ErrorNotice");
  const text = state.isError && announce ? `${state.message.title} ${state.message.description}` : "";
  const category = state.diagnosis?.category;
  // for a person, a sign-in that ended in eight ways ended once
  const key = category === "reauth" ? category : `${String(category)}:${String(state.diagnosis?.failure.code)}`;
  useEffect(() => {
    if (text !== "") say(text, key);
  }, [text, key, say]);
  // a boundary shows its page again once the call behind it went well: reset before that would only throw again
  useClaims(client.board, state.isError && isClaiming ? state.errors : undefined, reset);
  // stays when the failure heals under who writes about it
  const hasTicket =
    isTicketOpen || (props.onOpenTicket === undefined && state.actions.some(({ kind }) => kind === "openTicket"));
  return (
    <>
      {state.isError ? guarded(props, state) : null}
      {hasTicket ? (
        <LazyTicketDialog
          {...{ error, audience, unstyled: props.unstyled }}
          open={isTicketOpen}
          onOpenChange={setTicketOpen}
        />
      ) : null}
    </>
  );
}

/** Whatever the app's own parts or words do, the page around stays. */
function guarded(props: ErrorNoticeProps, state: SomeError): ReactElement {
  const Inside = props.children === undefined ? Notice : Own;
  return (
    <LastResort code={state.diagnosis.failure.code}>
      <Inside {...props} state={state} />
    </LastResort>
  );
}

/** The app's own rendering, below the boundary that catches it. */
function Own({ state, children }: Pick<ErrorNoticeProps, "children"> & { readonly state: SomeError }): ReactElement {
  return <>{children?.(state)}</>;
}

function Notice({
  state,
  variant = "inline",
  headingLevel,
  className,
  ...props
}: ErrorNoticeProps & { readonly state: SomeError }): ReactElement {
  const { speech, unstyled } = useTencentContext("ErrorNotice");
  const { diagnosis, message, actions, retry, isStale, dataUpdatedAt } = state;
  const occurrences = props.occurrences ?? state.occurrences;
  const { labels } = speech.words;
  const part = partProps<NoticePart>("notice", { ...props, unstyled: props.unstyled ?? unstyled });
  const severity = severityOf(diagnosis.category);
  const root = part("notice");
  const { code } = diagnosis.failure;
  const staleAt = isStale ? dataUpdatedAt : null;
  const hasFacts = code !== null || occurrences > 1 || staleAt !== null || retry.nextRetryAt !== null;
  return (
    <div
      {...root}
      className={[root["className"], className].filter(Boolean).join(" ") || undefined}
      data-state={retry.nextRetryAt === null ? (retry.attempt > 0 ? "retried" : "idle") : "counting"}
      data-category={diagnosis.category}
      data-severity={severity}
      data-variant={variant}
      lang={message.lang}
      dir={message.dir}
    >
      <SeverityIcon severity={severity} {...part("icon")} />
      {createElement(headingLevel === undefined ? "strong" : `h${String(headingLevel)}`, part("title"), message.title)}
      <p {...part("description")}>{message.description}</p>
      {message.steps.length > 0 ? (
        <ol {...part("steps")}>
          {message.steps.map(({ remedy, text }) => (
            <li key={remedy} {...part("step")} data-remedy={remedy}>
              {text}
            </li>
          ))}
        </ol>
      ) : null}
      {hasFacts ? (
        <p {...part("facts")}>
          {staleAt === null ? null : (
            <span {...part("stale")}>{speech.fill(labels.stale, { time: speech.time(staleAt) })}</span>
          )}
          {occurrences > 1 ? <span {...part("count")}>{speech.count(labels.affected, occurrences)}</span> : null}
          {retry.nextRetryAt === null ? null : <Countdown retry={retry} {...part("countdown")} />}
          {code === null ? null : <bdi {...part("code")}>{speech.fill(labels.code, { code })}</bdi>}
        </p>
      ) : null}
      <div {...part("actions")}>
        {actions.map((action, index) => (
          <ActionButton
            key={action.kind}
            action={action}
            isPrimary={index === 0 && action.kind !== "copyReport"}
            components={props.components}
            {...part("action")}
          />
        ))}
      </div>
      {(props.details ?? message.audience === "developer") ? <NoticeDetails state={state} part={part} /> : null}
    </div>
  );
}
