import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { Waiter } from "./createWaitingRoom.js";

/** The one reauthorization of a client, however many calls need it. */
export interface Reauth {
  getSnapshot(): ReauthSnapshot;
  getServerSnapshot(): ReauthSnapshot;
  subscribe(listener: () => void): () => void;
  /**
   * Says that a call failed for want of it: opens the prompt or joins it. Does nothing while a dismissal cools down, without
   * a flow, and for a call that began in an older `epoch`, since that one is healed already. Starts nothing. `others` failed with it and are told of in the same breath.
   */
  require(diagnosis: Diagnosis, epoch?: number, others?: readonly Diagnosis[]): void;
  /** Starts the flow. Only inside a click or a key press: browsers open windows for nobody else. */
  start(): void;
  /** As `start`, at a person's click on the notice of this failure: also after a dismissal, and soon after a success. */
  startFor(diagnosis: Diagnosis): void;
  /** Ends it: every held call is rejected with one typed cancellation. */
  cancel(): void;
  /** Goes on at a person's word: they have signed in, or agree that the held changes are sent. */
  resume(): void;
  /** Reads the number or the address that a person copied from the provider's page. */
  paste(text: string): void;
  /** Keeps a failed call until it may be sent again; rejects with what becomes of it otherwise. */
  hold(diagnosis: Diagnosis, waiter: Waiter, epoch: number): Promise<void>;
}
