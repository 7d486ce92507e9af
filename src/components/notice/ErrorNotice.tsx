"use client";

import { type ReactElement, useEffect, useState } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { useTencentError } from "../../react/useTencentError.js";
import { lookChunk } from "../lookChunk.js";
import { useChunk } from "../parts/useChunk.js";
import { useHealedLine } from "../parts/useHealedLine.js";
import { RenderBoundary, FallbackNotice } from "../parts/RenderBoundary.js";
import { ownProps } from "../parts/useParts.js";
import { LazyTicketDialog } from "../ticket/LazyTicketDialog.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { Notice } from "./Notice.js";
import { useClaims, useRecovery, useReset } from "./noticeEffects.js";

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
export function ErrorNotice(given: ErrorNoticeProps): ReactElement | null {
  const props = ownProps(given);
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
  const reset = resetErrorBoundary ? () => resetErrorBoundary() : (resetError ?? props.reset);
  const isThrown = props.isThrown ?? reset !== undefined;
  const [isTicketOpen, setTicketOpen] = useState(false);
  const onOpenTicket = props.onOpenTicket ?? (() => setTicketOpen(true));
  const state = useTencentError(error, { audience, isThrown, onDismiss, onRetry: onRetry ?? reset, onOpenTicket });
  const { announce: say, client } = useTencentContext("ErrorNotice");
  // the prompt announces a sign-in
  const text =
    state.isError && announce && !state.isHealed ? `${state.message.title} ${state.message.description}`.trim() : "";
  const category = state.diagnosis?.category;
  // one announcement for all codes of an ended sign-in
  const key = state.isTrying
    ? "retrying"
    : category === "reauth"
      ? category
      : `${category}:${state.diagnosis?.failure.code}`;
  useEffect(() => {
    if (text !== "") say(text, key);
  }, [text, key, say]);
  const [healed, show] = useHealedLine(props.onHealed);
  useRecovery(error, state, props, show);
  const look = useChunk(lookChunk, healed !== null);
  useReset(state, onRetry ?? reset);
  // a boundary is reset once its call went well: before that it would only throw again
  useClaims(client.board, state.isError && isClaiming ? state.errors : undefined, reset);
  // stays mounted when the failure heals while its report is being written
  const hasTicket =
    isTicketOpen || (props.onOpenTicket === undefined && state.actions.some(({ kind }) => kind === "openTicket"));
  return (
    <>
      {state.isError ? guarded(props, state) : null}
      {healed !== null && look !== undefined && props.children === undefined ? (
        <look.HealedNotice {...props} healed={healed} />
      ) : null}
      {hasTicket ? (
        <LazyTicketDialog
          {...{ error, isThrown, audience, unstyled: props.unstyled, components: props.components }}
          open={isTicketOpen}
          onOpenChange={setTicketOpen}
        />
      ) : null}
    </>
  );
}

/** Keeps the page when the app's own elements or words throw. */
function guarded(props: ErrorNoticeProps, state: SomeError): ReactElement {
  const Inside = props.children === undefined ? Notice : Own;
  return (
    <RenderBoundary fallback={<FallbackNotice code={state.diagnosis.failure.code} />}>
      <Inside {...props} state={state} />
    </RenderBoundary>
  );
}

/** The app's own rendering, below the boundary that catches it. */
function Own({ state, children }: Pick<ErrorNoticeProps, "children"> & { readonly state: SomeError }): ReactElement {
  return <>{children?.(state)}</>;
}
