import { acceptDesk, vendorDesk } from "../support/supportDesk.js";
import { causesOf } from "../diagnose/TencentError.js";
import { isSure } from "../diagnose/evidence.js";
import { answerOf } from "../diagnose/unwrap.js";
import { attempt, ownOptions } from "../base/safely.js";
import { refuseAddress } from "../base/url.js";
import { refuseSecrets } from "../base/devChecks.js";
import { nameOf } from "./accountName.js";
import { createBegin } from "./beginCall.js";
import { createDiagnose } from "./createDiagnose.js";
import { createEvents } from "./events.js";
import { createFlowFor, isForAll } from "./flowFor.js";
import { createGuard } from "./createGuard.js";
import { createBoardFront, createRetriesFront } from "./fronts.js";
import { createRetryGate } from "./retryGate.js";
import { createReauthFront } from "./reauthFront.js";
import { createLateEngine } from "./lateEngine.js";
import { isReauthOpen } from "./reauthStatus.js";
import { hasPage } from "./store.js";
import type { TencentErrorClient } from "./TencentErrorClient.js";
import type { TencentErrorClientOptions } from "./ClientOptions.js";
import type { Begun } from "../model/ReauthSnapshot.js";

/**
 * The one client of a page: it knows the codes, holds the reauthorization and tells its events. Nothing starts by itself.
 * @throws TypeError in development, when the reference or the desk is neither at `https:` nor at a path of this origin, or an
 * option looks like a secret. Production leaves such an address out and tells `security.urlRefused`.
 * @example
 * ```ts
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { popupReauth } from "tencent-error-kit/flows/popupReauth";
 *
 * export const client = createTencentErrorClient({
 *   reauth: popupReauth({
 *     clientId: "100550231",
 *     redirectUri: "/tencent-callback.html",
 *     exchange: ({ code, state }) => api.post("/session/qq", { code, state }), // JSON to your server
 *   }),
 * });
 * ```
 */
export function createTencentErrorClient(all: TencentErrorClientOptions = {}): TencentErrorClient {
  const options = ownOptions(all);
  refuseSecrets("createTencentErrorClient", options);
  const { reauth: given, onEvent, limits, renew } = options;
  const flows = [given ?? []].flat();
  const flowFor = createFlowFor(flows);
  const events = createEvents(onEvent);
  const { emit } = events;
  const onRefused = (detail: string) => (): void => emit({ type: "security.urlRefused", detail });
  const docs = refuseAddress("reference", options.docs, onRefused("docs"));
  const support = acceptDesk(options.support ?? vendorDesk, onRefused("support"));
  let isDisposed = false;
  const isOff = (): boolean => isDisposed || !hasPage();
  const account: TencentErrorClient["account"] = () =>
    attempt(() => nameOf(typeof options.account === "function" ? options.account() : options.account));
  const examine = createDiagnose(options, emit);
  /** In which session each error began: what began before the last sign-in is healed by it. */
  const origins = new WeakMap<object, Begun>();
  /** The first word counts: a call that is noted at its start knows better than a notice that sees its error late. */
  function noteOrigin(error: unknown, begun: Begun): void {
    // what is no object can't be known again
    if (!origins.has(error as object)) attempt(() => origins.set(error as object, begun));
  }
  const diagnose: TencentErrorClient["diagnose"] = (raw, about) => {
    noteOrigin(raw, front.reauth.getSnapshot());
    return examine(raw, { isThrown: true, isFailed: about?.isFailed }).diagnosis;
  };
  const gate = createRetryGate();
  const front = createReauthFront(
    {
      ...{ flows, flowFor, diagnose, gate, limits, renew, bornAt: Date.now(), emit, isOff, name: account },
      onCrash: (error) => emit({ type: "internal.error", detail: error instanceof Error ? error.name : typeof error }),
      canAskApp: options.accountId !== undefined,
      accountId: (provider) => options.accountId?.(provider),
      onAccountChange: (change) => options.onAccountChange?.(change),
    },
    createLateEngine,
  );
  const { reauth, late, unsent } = front;
  const retries = createRetriesFront(gate, late);
  const board = createBoardFront(late);
  const calls = createBegin({ ...front, diagnose, isOff, renew });
  const begin: TencentErrorClient["begin"] = (options) => {
    const call = calls(options);
    let begun = reauth.getSnapshot();
    if (!isOff()) retries.count("sent");
    return {
      ...call,
      async heal(error) {
        noteOrigin(error, begun);
        await call.heal(error);
        // it is sent again with the session of now
        begun = reauth.getSnapshot();
      },
    };
  };
  return {
    ...{ ...events, diagnose, begin, reauth, unsent, account, support, docs, board, retries, flowFor },
    isFailure: (raw) => isSure(examine(raw)),
    isSuccess: (raw) => examine(raw).outcome === "success",
    unwrap: (body, response) => answerOf(body, examine(body, { response })),
    guard: createGuard(begin),
    shows(error) {
      const diagnosis = diagnose(error);
      const isAsked = diagnosis.retry === "auth" && isReauthOpen(reauth.getSnapshot(diagnosis));
      // a person who cancels needs no message about it
      if (isAsked || diagnosis.category === "cancelled") return true;
      // a notice has it, in a wrapper or out of one
      const causes = [...causesOf(error)];
      const shown = new Set(board.shown().flatMap((each) => [...causesOf(each)]));
      return causes.some((cause) => retries.isRepeating(cause) || shown.has(cause));
    },
    isHealed(error) {
      const begun = origins.get(error as object);
      if (begun === undefined) return false;
      const { diagnosis } = examine(error, { isThrown: true });
      const isOther = reauth.getSnapshot(diagnosis).reason === "accountMismatch";
      return !isOther && reauth.isHealed(begun, diagnosis);
    },
    provider: isForAll(flows) ? flows[0]?.provider : undefined,
    prefetch: options.prefetch ?? "idle",
    canReauthorize: flows.length > 0,
    continuesHere: flows[0]?.continuesHere === true,
    dispose() {
      if (isDisposed) return;
      isDisposed = true;
      board.dispose();
      reauth.dispose();
    },
  };
}
