import type { Limits } from "../model/Limits.js";
import type { AccountParts, FirstAccount, NameParts } from "./Accounts.js";
import type { FlowListener, FlowRunner } from "./flowRunner.js";
import type { Reauth } from "./Reauth.js";
import type { EffectParts } from "./reauthEffects.js";

/** What a reauthorization is made of. `name`: who is signed in, as the app names them. */
export interface ReauthParts extends AccountParts, NameParts, Pick<EffectParts, "flow" | "emit"> {
  readonly limits: Limits;
  onCrash(error: unknown): void;
  /** Nothing is held, counted or remembered: on a server, and after the end. */
  isOff(): boolean;
  /** Whether the app was asked to say who is signed in. */
  readonly canAskApp: boolean;
  readonly first: FirstAccount;
  readonly runner: FlowRunner;
}

/** The reauthorization of one flow, with what that reports to. */
export interface ReauthEngine extends Reauth, Pick<FlowListener, "onProgress" | "onOutcome"> {
  /** Who is signed in, as far as it is known. */
  accountId(): string | undefined;
}
