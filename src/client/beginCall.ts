import type { Diagnosis } from "../model/Diagnosis.js";
import { noMark } from "./callMarks.js";
import { cancellation } from "./cancellation.js";
import { isRenewable } from "./flowFor.js";
import type { CallOptions, TrackedCall } from "./TrackedCall.js";
import type { Renew } from "../model/ReauthFlow.js";
import type { Engine, ReauthFront } from "./Engine.js";

/** What the beginning of a call needs of its client. */
interface BeginParts extends ReauthFront {
  diagnose(error: unknown): Diagnosis;
  readonly renew: Renew | undefined;
  /** Nothing is held, refused or remembered: on a server, and after the client was disposed of. */
  isOff(): boolean;
}

/** Notes the start of a call. As long as nothing has failed that is all; its failure goes on in the engine. */
export function createBegin(parts: BeginParts): (options: CallOptions) => TrackedCall {
  const { reauth, late, marks, foresee, renew, diagnose, isOff } = parts;
  return (options) => {
    const engine = isOff() ? undefined : late.now();
    return engine === undefined ? beginEarly(options) : engine.track(options);
  };

  function beginEarly(options: CallOptions): TrackedCall {
    const { key, call = [], repeats, hold, replay } = options;
    // on a server, and after the end, it passes through
    const passes = isOff();
    const isChange = key === undefined && call.length > 0;
    const mark = passes ? noMark : (repeats?.mark ?? marks.mark(isChange, key));
    const isFlows = reauth.isOwn();
    let tracked: TrackedCall | undefined;
    const track = (engine: Engine): TrackedCall => (tracked ??= engine.track(options, mark, isFlows));
    const isForeign = (): boolean => !passes && reauth.belonging(tracked?.mark ?? mark) === "other";
    return {
      ...{ mark, isForeign },
      ready() {
        if (tracked !== undefined) return tracked.ready();
        return isChange && isForeign() ? Promise.reject(cancellation()) : undefined;
      },
      async heal(error) {
        if (isOff()) throw error;
        const diagnosis = diagnose(error);
        const isAuth = diagnosis.retry === "auth";
        const isHeld = isAuth && (hold || isRenewable(diagnosis, renew)) && replay !== "never";
        // a call that another account began is rejected, and opens no prompt
        if (isAuth && !isForeign()) foresee(diagnosis);
        const heal = async (engine: Engine): Promise<void> => track(engine).heal(error);
        if (isHeld)
          return late.hand(heal, () => {
            // it waits no more, but a sign-in is needed all the same
            if (!isForeign()) late.whenThere(() => reauth.require(diagnosis, mark));
            return error;
          });
        // a call that is not held fails at once, and the engine hears of it
        late.use((engine) => void heal(engine).catch(() => undefined));
        throw error;
      },
      succeed(answer) {
        if (!passes) marks.noteAnswer(key);
        tracked?.succeed(answer);
      },
    };
  }
}
