"use client";

import { type ReactElement, useEffect, useRef } from "react";
import { useOffline } from "../../react/useOnline.js";
import { useReauth } from "../../react/useReauth.js";
import { useText, useTencentContext } from "../../react/useTencentContext.js";
import { DialogFrame } from "../dialog/DialogFrame.js";
import { renderWithFallback } from "../parts/RenderBoundary.js";
import type { PromptPart } from "../parts/partNames.js";
import { useParts } from "../parts/useParts.js";
import { PromptBody } from "./PromptBody.js";
import type { ReauthPromptProps } from "./ReauthPromptProps.js";
import { promptTitle, promptView } from "./promptView.js";

/** The prompt itself. Should an element of `components` throw, the kit's own takes its place. */
export function Prompt(props: ReauthPromptProps): ReactElement {
  return renderWithFallback(PromptFrame, props);
}

function PromptFrame({ variant = "dialog", container, ...props }: ReauthPromptProps): ReactElement {
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
