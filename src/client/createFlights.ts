import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthRun } from "../model/ReauthFlow.js";
import { runFlow, type Begin, type Flight, type FlightListener } from "./runFlow.js";

/** The flow under way: one at a time. */
export interface Flights {
  /** What runs now. */
  run(): ReauthRun | undefined;
  launch(begin: Begin, diagnosis: Diagnosis | null): void;
  /** Ends it. Whatever it still brings is not heard. */
  land(): void;
}

/** A flight that has ended is none any more when its outcome is told. */
export function createFlights({ onOutcome, ...listener }: Omit<FlightListener, "diagnosis">): Flights {
  let flight: Flight | undefined;
  return {
    run: () => flight?.run,
    launch(begin, diagnosis) {
      flight = runFlow(begin, {
        ...listener,
        diagnosis,
        onOutcome(outcome) {
          flight = undefined;
          onOutcome(outcome);
        },
      });
    },
    land() {
      flight?.abort();
      flight = undefined;
    },
  };
}
