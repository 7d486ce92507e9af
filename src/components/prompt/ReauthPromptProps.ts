import type { DialogComponents, PromptVariant } from "../parts/HostComponents.js";
import type { PromptPart } from "../parts/partNames.js";
import type { ClassNames, SlotProps } from "../parts/useParts.js";

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
