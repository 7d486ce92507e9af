import type { ReauthRun } from "../../model/ReauthFlow.js";
import type { ReauthState } from "../../react/useReauth.js";
import type { PromptPart } from "../parts/partNames.js";
import type { Parts } from "../parts/useParts.js";
import type { PromptView } from "./promptView.js";

/** What the inside of a prompt is given. */
export interface PromptBodyProps {
  readonly view: PromptView;
  readonly reauth: ReauthState;
  readonly part: Parts<PromptPart>;
  /** What the flow draws, while it waits for the person. */
  readonly panel: ReauthRun["panel"];
  readonly description: string;
  /** The id by which the dialog is described. */
  readonly descriptionId: string;
  readonly isDialog: boolean;
  readonly isOffline: boolean;
}
