"use client";
export { ErrorNotice } from "./components/ErrorNotice.js";
export type { ErrorNoticeProps } from "./components/ErrorNoticeProps.js";
export { ErrorNoticeRegion, type ErrorNoticeRegionProps } from "./components/ErrorNoticeRegion.js";
export type {
  ButtonProps,
  DialogComponents,
  DialogProps,
  IconProps,
  LinkProps,
  NoticeComponents,
} from "./components/NoticeComponents.js";
export type { NoticePart } from "./components/NoticePart.js";
export type { ClassNames, SlotProps } from "./components/useParts.js";
export type { PromptPart } from "./components/PromptPart.js";
export { ReauthPrompt, type ReauthPromptProps } from "./components/ReauthPrompt.js";
export { TicketDialog, type TicketDialogProps } from "./components/TicketDialog.js";
export type { Severity } from "./components/severityOf.js";
export type { TicketPart } from "./components/TicketPart.js";
export type { Action, ErrorState, NoError, Retry, SomeError, UseTencentErrorOptions } from "./react/ErrorState.js";
export { TencentErrorProvider, type TencentErrorProviderProps } from "./react/TencentErrorProvider.js";
export type { LocaleProps } from "./react/useLocale.js";
export { useReauth, type ReauthState } from "./react/useReauth.js";
export { useTencentError } from "./react/useTencentError.js";
