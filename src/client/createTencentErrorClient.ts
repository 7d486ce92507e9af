import { acceptDesk, vendorDesk } from "../support/supportDesk.js";
import { causesOf } from "../diagnose/TencentError.js";
import { answerOf, isSure } from "../diagnose/unwrap.js";
import { attempt, ownOptions } from "../base/safely.js";
import { refuseAddress } from "../base/url.js";
import { refuseSecrets } from "../base/devChecks.js";
import { nameOf } from "./accountName.js";
import { createBegin } from "./beginCall.js";
import { createDiagnose, createOrigins } from "./createDiagnose.js";
import { createEvents } from "./events.js";
import { createFlowFor, isForAll } from "./flowFor.js";
import { createGuard } from "./createGuard.js";
import { warnOfHold } from "./replayRule.js";
import { createBoardFront, createRetriesFront } from "./fronts.js";
import { createRetryGate } from "./retryGate.js";
import { createReauthFront } from "./reauthFront.js";
import { isReauthOpen } from "./reauthStatus.js";
import { hasPage } from "./store.js";
import type { TencentErrorClient } from "./TencentErrorClient.js";
import type { TencentErrorClientOptions } from "./ClientOptions.js";

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
  const { reauth: given, onEvent } = options;
  const flows = [given ?? []].flat();
  const flowFor = createFlowFor(flows);
  const events = createEvents(onEvent);
  const onRefused = (detail: string) => (): void => events.emit({ type: "security.urlRefused", detail });
  const docs = refuseAddress("reference", options.docs, onRefused("docs"));
  const support = acceptDesk(options.support ?? vendorDesk, onRefused("support"));
  let isDisposed = false;
  const isOff = (): boolean => isDisposed || !hasPage();
  const account: TencentErrorClient["account"] = () =>
    attempt(() => nameOf(typeof options.account === "function" ? options.account() : options.account));
  const examine = createDiagnose(options, events.emit);
  const origins = createOrigins();
  const diagnose: TencentErrorClient["diagnose"] = (raw, about) => {
    origins.note(raw, front.reauth.getSnapshot());
    return examine(raw, { isThrown: true, isFailed: about?.isFailed }).diagnosis;
  };
  const gate = createRetryGate();
  const front = createReauthFront({
    ...{ flows, flowFor, diagnose, gate, limits: options.limits, renew: options.renew, bornAt: Date.now() },
    emit: events.emit,
    onCrash: (error) => {
      events.emit({ type: "internal.error", detail: error instanceof Error ? error.name : typeof error });
    },
    isOff,
    name: account,
    canAskApp: options.accountId !== undefined,
    accountId: (provider) => options.accountId?.(provider),
    onAccountChange: (change) => options.onAccountChange?.(change),
  });
  const { reauth } = front;
  const retries = createRetriesFront(gate, front.late);
  const calls = createBegin({ ...front, diagnose, isOff, renew: options.renew });
  const begin: TencentErrorClient["begin"] = (options) => {
    const call = calls(options);
    let begun = reauth.getSnapshot();
    if (!isOff()) retries.count("sent");
    return {
      ...call,
      async heal(error) {
        origins.note(error, begun);
        await call.heal(error);
        // it is sent again with the session of now
        begun = reauth.getSnapshot();
      },
    };
  };
  const board = createBoardFront(front.late);
  return {
    diagnose,
    isFailure: (raw) => isSure(examine(raw)),
    isSuccess: (raw) => examine(raw).outcome === "success",
    unwrap: (body, response) => answerOf(body, examine(body, { response })),
    begin,
    guard: createGuard(begin, warnOfHold),
    reauth,
    account,
    support,
    docs,
    board,
    shows: createShows({ board, retries, diagnose, getSnapshot: reauth.getSnapshot }),
    retries,
    isHealed(error) {
      const begun = origins.of(error);
      if (begun === undefined) return false;
      const { diagnosis } = examine(error, { isThrown: true });
      const isOther = reauth.getSnapshot(diagnosis).reason === "accountMismatch";
      return !isOther && reauth.isHealed(begun, diagnosis);
    },
    provider: isForAll(flows) ? flows[0]?.provider : undefined,
    flowFor,
    prefetch: options.prefetch ?? "idle",
    canReauthorize: flows.length > 0,
    continuesHere: flows[0]?.continuesHere === true,
    emit: events.emit,
    recentEvents: events.recent,
    on: events.on,
    dispose() {
      if (isDisposed) return;
      isDisposed = true;
      board.dispose();
      reauth.dispose();
    },
  };
}

/** What tells whether the page shows an error. */
interface ShowsParts extends Pick<TencentErrorClient, "diagnose" | "board" | "retries"> {
  readonly getSnapshot: TencentErrorClient["reauth"]["getSnapshot"];
}

/** A notice has the error, in a wrapper or out of one; or the prompt asks for the sign-in that it needs. */
function createShows({ board, retries, diagnose, getSnapshot }: ShowsParts): TencentErrorClient["shows"] {
  return (error) => {
    const diagnosis = diagnose(error);
    const { retry, category } = diagnosis;
    const isAsked = retry === "auth" && isReauthOpen(getSnapshot(diagnosis));
    // a person who cancels needs no message about it
    if (isAsked || category === "cancelled") return true;
    const causes = causesOf(error);
    const isSame = (shown: unknown): boolean => [...causesOf(shown)].some((cause) => causes.has(cause));
    return [...causes].some(retries.isRepeating) || board.shown().some(isSame);
  };
}
