"use client";

import { type ReactElement, useEffect, useId, useMemo, useSyncExternalStore } from "react";
import { wholeWords } from "../../i18n/wholeWords.js";
import { providerText } from "../../react/providerText.js";
import { useOffline } from "../../react/useOnline.js";
import { useReauth } from "../../react/useReauth.js";
import { TencentErrorContext, useTencentContext } from "../../react/useTencentContext.js";
import { DialogFrame } from "../dialog/DialogFrame.js";
import { watchFocus } from "../parts/focus.js";
import { type Healed, HealedLine, useHealedLine } from "../parts/HealedLine.js";
import type { DialogComponents, Interrupt, PromptVariant } from "../parts/HostComponents.js";
import type { PromptPart } from "../parts/partNames.js";
import { renderWithFallback } from "../parts/renderWithFallback.js";
import { LazyTicketDialog } from "../ticket/LazyTicketDialog.js";
import { PromptBody, useAtStake } from "./PromptBody.js";
import { promptView, promptWords } from "./promptView.js";
import { usePromptPlace, useSingleDialog } from "./usePromptPlace.js";
import { useQuietAnnouncement, useReauthNews } from "./useReauthNews.js";
import { type ClassNames, type SlotProps, partsOf } from "../parts/Parts.js";

/** How the prompt looks. */
export interface ReauthPromptProps {
  readonly variant?: PromptVariant | undefined;
  /**
   * When the dialog may open: `auto` for what a person just did, while a failure in the background is a quiet banner; `always`;
   * `never`, so that it is always that banner. It opens over no field that is being typed in. Default: `auto`.
   */
  readonly interrupt?: Interrupt | undefined;
  /** Shows a success in place of the prompt's own line, such as in the app's toast. */
  readonly onHealed?: ((healed: Healed) => void) | undefined;
  readonly className?: string | undefined;
  readonly classNames?: ClassNames<PromptPart> | undefined;
  readonly slotProps?: SlotProps<PromptPart> | undefined;
  readonly components?: DialogComponents | undefined;
  readonly unstyled?: boolean | undefined;
  /** Where the dialog is rendered. Default: in place. */
  readonly container?: HTMLElement | null | undefined;
}

/** Long enough to be read: nothing else of the kit says that changes were not sent, since no notice shows what was called off. */
const lostMs = 6000;

/** The prompt itself. Should an element of `components` throw, the kit's own takes its place. */
export function Prompt(props: ReauthPromptProps): ReactElement | null {
  const context = useTencentContext("ReauthPrompt");
  const text = providerText(context, useReauth().provider);
  const value = useMemo(() => ({ ...context, text }), [context, text]);
  const { variant = "dialog" } = props;
  if (!useSingleDialog(context.client, variant === "dialog")) return null;
  return (
    <TencentErrorContext.Provider value={value}>{renderWithFallback(PromptFrame, props)}</TencentErrorContext.Provider>
  );
}

function PromptFrame({ variant = "dialog", interrupt = "auto", container, ...props }: ReauthPromptProps): ReactElement {
  const context = useTencentContext("ReauthPrompt");
  const { client } = context;
  const text = { ...context.text, words: wholeWords(context.text.words) };
  const reauth = useReauth();
  const isOffline = useOffline();
  const [healed, show] = useHealedLine(props.onHealed);
  const [lost, setLost] = useHealedLine(undefined, lostMs);
  useReauthNews(show, setLost);
  useEffect(watchFocus, []);
  const descriptionId = useId();
  const unsent = useSyncExternalStore(client.unsent.subscribe, client.unsent.get, client.unsent.get);
  const { canReauthorize } = client;
  const flow = client.flowFor(reauth.diagnosis);
  const view = promptView(reauth, {
    canReauthorize,
    continuesHere: flow?.continuesHere === true,
    leavesPage: flow?.leavesPage?.() === true,
    keepsWork: flow?.keepsWork === true,
    canShow: client.reauth.canShow(),
  });
  const panel = view?.words === "waiting" ? client.reauth.panel() : undefined;
  const isOpen = view !== null;
  const atStake = useAtStake(reauth.changes, isOpen);
  const words = isOpen ? promptWords(view, reauth, { text, atStake, unsent }) : null;
  const place = usePromptPlace(reauth, { variant, interrupt, isOpen });
  const isQuiet = place !== variant;
  useQuietAnnouncement(isQuiet ? words : null);
  const part = partsOf<PromptPart>("prompt", props, context);
  const success = <HealedLine healed={healed} {...part("healed")} />;
  // in the dialog that asks already, since its backdrop would dim what stands outside of it
  const isInDialog = isOpen && place === "dialog";
  // Escape and Back put aside what waits for a person's choice, and never make it
  const isChoice = reauth.changes > 0 || view?.cancel === "discard" || view?.cancel === "useThisAccount";
  const frame = (at: PromptVariant): ReactElement => (
    <DialogFrame
      {...{ name: "prompt", part, container, context, variant: at, descriptionId }}
      isOpen={isOpen && at === place}
      onDismiss={isChoice ? reauth.fold : reauth.cancel}
      title={words?.title ?? ""}
      state={reauth.status}
      category={reauth.diagnosis?.category ?? "reauth"}
      step={view?.words}
      isQuiet={isQuiet}
    >
      {view === null || words === null || at !== place ? null : (
        <PromptBody
          {...{ view, reauth, text, part, panel, descriptionId, isOffline }}
          description={words.description}
          isDialog={at === "dialog"}
          TicketDialog={LazyTicketDialog}
        />
      )}
      {isInDialog && at === place ? success : null}
    </DialogFrame>
  );
  return (
    <>
      {frame(variant)}
      {variant === "dialog" && isQuiet ? frame(place) : null}
      {isInDialog ? null : success}
      <HealedLine healed={isOpen ? null : lost} isWell={false} {...part("healed")} />
    </>
  );
}
