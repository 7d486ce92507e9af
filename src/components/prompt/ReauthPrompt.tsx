"use client";

import { type ReactElement, useEffect, useRef } from "react";
import { useOffline } from "../../react/useOnline.js";
import { useReauth } from "../../react/useReauth.js";
import { useText, useTencentContext } from "../../react/useTencentContext.js";
import { DialogFrame } from "../dialog/DialogFrame.js";
import type { DialogComponents, PromptVariant } from "../parts/HostComponents.js";
import { renderWithFallback } from "../parts/RenderBoundary.js";
import type { PromptPart } from "../parts/partNames.js";
import { type ClassNames, ownProps, type SlotProps, useParts } from "../parts/useParts.js";
import { PromptBody } from "./PromptBody.js";
import { promptTitle, promptView } from "./promptView.js";

/** How the prompt looks. */
export interface ReauthPromptProps {
  readonly variant?: PromptVariant | undefined;
  readonly className?: string | undefined;
  readonly classNames?: ClassNames<PromptPart> | undefined;
  readonly slotProps?: SlotProps<PromptPart> | undefined;
  readonly components?: DialogComponents | undefined;
  readonly unstyled?: boolean | undefined;
  /** Where the dialog is rendered. Default: in place. */
  readonly container?: HTMLElement | null | undefined;
}

/**
 * Asks a person to sign in again, once for all failed calls, and shows how it goes. Put it on the page once.
 * Should an element of `components` throw, the kit's own takes its place.
 * @throws Error in development outside of `TencentErrorProvider`.
 */
export function ReauthPrompt(props: ReauthPromptProps): ReactElement {
  return renderWithFallback(Prompt, ownProps(props));
}

function Prompt({ variant = "dialog", container, ...props }: ReauthPromptProps): ReactElement {
  const { client, text } = useTencentContext("ReauthPrompt");
  const reauth = useReauth();
  const isOffline = useOffline();
  useReauthAnnouncement();
  const view = promptView(reauth, client);
  const part = useParts<PromptPart>("prompt", props);
  return (
    <DialogFrame
      {...{ name: "prompt", part, container, variant }}
      isOpen={view !== null}
      onDismiss={reauth.cancel}
      title={view === null ? "" : promptTitle(view, reauth, text)}
      state={reauth.status}
      step={view?.words}
    >
      {view === null ? null : <PromptBody {...{ view, reauth, part, isOffline }} isDialog={variant === "dialog"} />}
    </DialogFrame>
  );
}

/** Announces the outcome once: the prompt is closed by then. */
function useReauthAnnouncement(): void {
  const { announce } = useTencentContext("ReauthPrompt");
  const { words, count } = useText("ReauthPrompt");
  const { status, affected, epoch } = useReauth();
  const before = useRef(status);
  useEffect(() => {
    const isNew = before.current !== status;
    before.current = status;
    if (!isNew || (status !== "succeeded" && status !== "cancelled")) return;
    const { title } = words.prompt[status];
    const isResumed = status === "succeeded" && affected > 0;
    announce(isResumed ? `${title} · ${count(words.labels.resumed, affected)}` : title, `${status}:${epoch}`);
  }, [status, affected, epoch, words, count, announce]);
}
