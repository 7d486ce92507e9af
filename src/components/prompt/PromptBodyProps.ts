import type { ReauthState } from "../../react/useReauth.js";
import type { PromptPart } from "../parts/partNames.js";
import type { Parts } from "../parts/useParts.js";
import type { PromptView } from "./promptView.js";

/** What the inside of a prompt is given. */
export interface PromptBodyProps {
  readonly view: PromptView;
  readonly reauth: ReauthState;
  readonly part: Parts<PromptPart>;
  readonly description: string;
  /** The id by which the dialog is described. */
  readonly descriptionId: string;
  readonly isDialog: boolean;
  readonly isOffline: boolean;
}
