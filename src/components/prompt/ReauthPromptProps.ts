import type { Healed } from "../parts/useHealedLine.js";
import type { DialogComponents, Interrupt, PromptVariant } from "../parts/HostComponents.js";
import type { PromptPart } from "../parts/partNames.js";
import type { ClassNames, SlotProps } from "../parts/useParts.js";

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
