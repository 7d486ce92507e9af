"use client";
export { ErrorNotice } from "./components/notice/ErrorNotice.js";
export type { ErrorNoticeProps } from "./components/notice/ErrorNoticeProps.js";
export { ErrorNoticeRegion, type ErrorNoticeRegionProps } from "./components/notice/ErrorNoticeRegion.js";
export type {
  ButtonProps,
  DialogComponents,
  DialogProps,
  IconProps,
  Interrupt,
  LinkProps,
  NoticeComponents,
  NoticeVariant,
  PromptVariant,
  Severity,
} from "./components/parts/HostComponents.js";
export type { NoticePart, PromptPart, TicketPart } from "./components/parts/partNames.js";
export { ReauthPrompt } from "./components/prompt/ReauthPrompt.js";
export type { ReauthPromptProps } from "./components/prompt/Prompt.js";
export { LazyTicketDialog as TicketDialog } from "./components/ticket/LazyTicketDialog.js";
export type { TicketDialogProps } from "./components/ticket/TicketDialog.js";
export type { Action, ErrorState, NoError, Retry, SomeError, UseTencentErrorOptions } from "./react/ErrorState.js";
export { TencentErrorProvider, type TencentErrorProviderProps } from "./react/TencentErrorProvider.js";
export type { LocaleProps } from "./react/useLocale.js";
export { useReauth, type ReauthState } from "./react/useReauth.js";
export { useTencentError } from "./react/useTencentError.js";
export type { ClassNames, SlotProps } from "./components/parts/Parts.js";
export type { Healed } from "./components/parts/HealedLine.js";
