"use client";
import type { ReactElement } from "react";
import { ownProps } from "../react/ownProps.js";
import { useOffline } from "../react/useOffline.js";
import { useOutcomeNews } from "../react/useOutcomeNews.js";
import { useReauth } from "../react/useReauth.js";
import { useTencentContext } from "../react/useTencentContext.js";
import { useParts, type ClassNames, type SlotProps } from "./useParts.js";
import { PromptBody } from "./PromptBody.js";
import { Frame } from "./Frame.js";
import { withOrWithout } from "./LastResort.js";
import type { DialogComponents } from "./NoticeComponents.js";
import type { PromptPart } from "./PromptPart.js";
import { promptView } from "./promptView.js";

/** How the prompt looks. */
export interface ReauthPromptProps {
  readonly variant?: "dialog" | "banner" | "inline" | undefined;
  readonly className?: string | undefined;
  readonly classNames?: ClassNames<PromptPart> | undefined;
  readonly slotProps?: SlotProps<PromptPart> | undefined;
  readonly components?: DialogComponents | undefined;
  readonly unstyled?: boolean | undefined;
  /** Where the dialog is put. Default: where this stands. */
  readonly container?: HTMLElement | null | undefined;
}

/**
 * Asks a person to sign in again, once for however many calls failed, and leads through it. Put it on the page once.
 * Should an element of `components` throw, the kit's own takes its place.
 * @throws Error in development outside of `TencentErrorProvider`.
 */
export function ReauthPrompt(props: ReauthPromptProps): ReactElement {
  return withOrWithout(Prompt, ownProps(props));
}

function Prompt({ variant = "dialog", container, ...props }: ReauthPromptProps): ReactElement {
  const { client, speech } = useTencentContext("ReauthPrompt");
  const reauth = useReauth();
  const isOffline = useOffline();
  useOutcomeNews();
  const view = promptView(reauth, client);
  const part = useParts<PromptPart>("prompt", props);
  return (
    <Frame
      {...{ name: "prompt", part, container, variant }}
      isOpen={view !== null}
      onDismiss={reauth.cancel}
      title={view === null ? "" : speech.words.prompt[view.words].title}
      state={reauth.status}
      step={view?.words}
    >
      {view === null ? null : <PromptBody {...{ view, reauth, part, isOffline }} isDialog={variant === "dialog"} />}
    </Frame>
  );
}
