"use client";
import { useId, type ReactElement } from "react";
import { useOffline } from "../react/useOffline.js";
import { useOutcomeNews } from "../react/useOutcomeNews.js";
import { useReauth } from "../react/useReauth.js";
import { useSpeech } from "../react/useSpeech.js";
import { useTencentContext } from "../react/useTencentContext.js";
import { partProps, type ClassNames, type SlotProps } from "./partProps.js";
import { PromptBody } from "./PromptBody.js";
import { Dialog } from "./Dialog.js";
import type { PromptPart } from "./PromptPart.js";
import { promptView } from "./promptView.js";

/** How the prompt looks. */
export interface ReauthPromptProps {
  readonly variant?: "dialog" | "banner" | "inline" | undefined;
  readonly className?: string | undefined;
  readonly classNames?: ClassNames<PromptPart> | undefined;
  readonly slotProps?: SlotProps<PromptPart> | undefined;
  readonly unstyled?: boolean | undefined;
  /** Where the dialog is put. Default: the end of `body`. */
  readonly container?: HTMLElement | null | undefined;
}

/**
 * Asks a person to sign in again, once for however many calls failed, and leads through it. Put it on the page once.
 * @throws Error in development outside of `TencentErrorProvider`.
 */
export function ReauthPrompt({
  variant = "dialog",
  className,
  container,
  ...props
}: ReauthPromptProps): ReactElement | null {
  const context = useTencentContext("ReauthPrompt");
  const { locale } = useSpeech("ReauthPrompt");
  const reauth = useReauth();
  const isOffline = useOffline();
  const titleId = useId();
  useOutcomeNews();
  const view = promptView(reauth, context.client);
  const part = partProps<PromptPart>("prompt", { ...props, unstyled: props.unstyled ?? context.unstyled });
  const { className: own, ...root } = part("prompt");
  const rootProps = {
    ...root,
    className:
      [own, className, variant === "dialog" ? context.dialogClassName : undefined].filter(Boolean).join(" ") ||
      undefined,
    "data-state": reauth.status,
    "data-variant": variant,
    lang: locale.tag,
    dir: locale.dir,
  };
  const body =
    view === null ? null : (
      <PromptBody {...{ view, reauth, part, titleId, isOffline }} isDialog={variant === "dialog"} />
    );
  if (variant === "dialog") {
    return (
      <Dialog
        isOpen={body !== null}
        onDismiss={reauth.cancel}
        container={container}
        titleId={titleId}
        step={view?.words}
        {...rootProps}
      >
        {body}
      </Dialog>
    );
  }
  return body === null ? null : (
    <section {...rootProps} aria-labelledby={titleId}>
      {body}
    </section>
  );
}
