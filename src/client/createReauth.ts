import type { Diagnosis } from "../model/Diagnosis.js";
import type { KitEvent } from "../model/KitEvent.js";
import type { Limits } from "../model/Limits.js";
import type { FailureReason, ReauthFlow, ReauthOutcome, ReauthRun } from "../model/ReauthFlow.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import { cancellation } from "./cancellation.js";
import { createStarts } from "./createStarts.js";
import { createStore } from "./createStore.js";
import { createWaitingRoom, type Waiter } from "./createWaitingRoom.js";

/** What a reauthorization is made of. */
export interface ReauthParts {
  readonly flow: ReauthFlow | undefined;
  readonly limits: Limits;
  emit(event: Omit<KitEvent, "at">): void;
  /** The account that is signed in as far as the app knows. */
  accountId(): string | undefined;
  onAccountChange(change: { readonly previous: string; readonly next: string }): void;
}

/** The one reauthorization of a client, however many calls need it. */
export interface Reauth {
  getSnapshot(): ReauthSnapshot;
  getServerSnapshot(): ReauthSnapshot;
  subscribe(listener: () => void): () => void;
  /** Says that a call failed for want of it. Opens the prompt, joins it, or does nothing while a dismissal cools down. */
  require(diagnosis: Diagnosis, epoch?: number): void;
  /** Starts the flow. Only inside a click or a key press: browsers open windows for nobody else. */
  start(): void;
  /** Ends it: every held call is rejected with one typed cancellation. */
  cancel(): void;
  /** Sends the held changes that waited for a yes. */
  resume(): void;
  /** Reads the number or address that a person copied from the provider's page. */
  paste(text: string): void;
  /** Keeps a failed call until it may be sent again. */
  hold(diagnosis: Diagnosis, waiter: Waiter, epoch: number): Promise<void>;
}

const idle: ReauthSnapshot = Object.freeze({
  status: "idle",
  reason: null,
  diagnosis: null,
  affected: 0,
  toConfirm: 0,
  windowClosed: false,
  epoch: 0,
});

const countEveryMs = 50;

/** Single flight by epoch: one prompt, one exchange, then everybody goes on. */
export function createReauth({ flow, limits, emit, accountId, onAccountChange }: ReauthParts): Reauth {
  const store = createStore(idle);
  const starts = createStarts(limits);
  const room = createWaitingRoom(limits.holdMs, noteCount);
  let run: { readonly controller: AbortController; readonly part: ReauthRun } | undefined;
  let failed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAccount: string | undefined;

  function publish(change: Partial<ReauthSnapshot>): void {
    clearTimeout(timer);
    timer = undefined;
    const toConfirm = store.get().status === "succeeded" || change.status === "succeeded" ? room.count("confirm") : 0;
    store.set(Object.freeze({ ...store.get(), affected: failed, toConfirm, ...change }));
  }

  /** A storm changes nothing but a number: it is told a few times a second at most. */
  function noteCount(): void {
    timer ??= setTimeout(publish, countEveryMs, {});
  }

  function require(diagnosis: Diagnosis, epoch = store.get().epoch): void {
    const { status } = store.get();
    if (epoch < store.get().epoch || status === "opening" || status === "waiting" || status === "verifying") return note();
    if (status === "required" || status === "failed") return note();
    if (starts.isCoolingDown()) return;
    failed = 1;
    if (starts.isLoop(diagnosis)) return fail("loop", diagnosis);
    emit({ type: "reauth.required", ...factsOf(diagnosis) });
    publish({ status: "required", reason: null, diagnosis, windowClosed: false });
  }

  function note(): void {
    failed += 1;
    noteCount();
  }

  function start(): void {
    const { status, diagnosis } = store.get();
    if (status === "opening" || status === "waiting" || status === "verifying") return run?.part.focus?.();
    if (flow === undefined) return fail("unsupported", diagnosis);
    if (!starts.take()) return fail("loop", diagnosis);
    const controller = new AbortController();
    emit({ type: "reauth.started", ...factsOf(diagnosis) });
    publish({ status: "opening", reason: null, windowClosed: false });
    const part = begin(flow, controller);
    run = { controller, part };
    part.outcome.then(
      (outcome) => {
        if (run?.controller === controller) settle(outcome);
      },
      (error: unknown) => {
        if (run?.controller === controller) settle(crashed(error));
      },
    );
  }

  function begin(chosen: ReauthFlow, { signal }: AbortController): ReauthRun {
    try {
      return chosen.start({
        diagnosis: store.get().diagnosis,
        signal,
        onProgress({ status, windowClosed = false }) {
          if (!signal.aborted && run?.controller.signal !== undefined ? run.controller.signal === signal : true)
            publish({ status, windowClosed });
        },
        onRefusal(refusal) {
          emit({ type: `security.${refusal}` });
        },
      });
    } catch (error) {
      return { outcome: Promise.resolve(crashed(error)) };
    }
  }

  function crashed(error: unknown): ReauthOutcome {
    emit({ type: "internal.error", detail: error instanceof Error ? error.name : typeof error });
    return { status: "failed", reason: "unsupported" };
  }

  function settle(outcome: ReauthOutcome): void {
    run = undefined;
    if (outcome.status === "cancelled") cancel();
    else if (outcome.status === "failed") fail(outcome.reason, outcome.diagnosis ?? store.get().diagnosis);
    else succeed(outcome.accountId);
  }

  function succeed(next: string | undefined): void {
    const previous = accountId() ?? lastAccount;
    const { diagnosis, epoch } = store.get();
    lastAccount = next ?? lastAccount;
    if (previous !== undefined && next !== undefined && previous !== next) return changeAccount({ previous, next }, diagnosis);
    starts.noteSuccess(diagnosis);
    emit({ type: "reauth.succeeded", ...factsOf(diagnosis), count: failed });
    room.release("auto");
    publish({ status: "succeeded", reason: null, windowClosed: false, epoch: epoch + 1 });
    failed = 0;
  }

  function changeAccount(change: { readonly previous: string; readonly next: string }, diagnosis: Diagnosis | null): void {
    const { epoch } = store.get();
    try {
      onAccountChange(change);
    } catch (error) {
      crashed(error);
    }
    room.dismiss(cancellation());
    fail("accountMismatch", diagnosis, epoch + 1);
  }

  function fail(reason: FailureReason, diagnosis: Diagnosis | null, epoch = store.get().epoch): void {
    emit({ type: "reauth.failed", reason, ...factsOf(diagnosis) });
    if (reason === "loop") room.dismiss();
    publish({ status: "failed", reason, diagnosis, windowClosed: false, epoch });
  }

  function cancel(): void {
    const { status, diagnosis } = store.get();
    if (status === "idle" || status === "cancelled") return;
    const count = room.count();
    run?.controller.abort();
    run = undefined;
    room.dismiss(cancellation());
    failed = 0;
    if (status === "succeeded") return publish({});
    starts.coolDown();
    emit({ type: "reauth.cancelled", ...factsOf(diagnosis), count });
    publish({ status: "cancelled", reason: null, windowClosed: false });
  }

  return {
    getSnapshot: store.get,
    getServerSnapshot: () => idle,
    subscribe: store.subscribe,
    require,
    start,
    cancel,
    resume() {
      room.release("confirm");
      publish({});
    },
    paste(text) {
      run?.part.paste?.(text);
    },
    hold(diagnosis, waiter, epoch) {
      if (epoch < store.get().epoch && waiter.replay === "auto") return Promise.resolve();
      require(diagnosis, epoch);
      const { status, reason } = store.get();
      const isOver = status === "cancelled" || status === "idle" || (status === "failed" && reason === "loop");
      return isOver ? Promise.reject(waiter.error as Error) : room.enter(waiter);
    },
  };
}

function factsOf(diagnosis: Diagnosis | null): Pick<KitEvent, "code" | "dialect" | "category" | "fingerprint"> {
  if (diagnosis === null) return {};
  const { failure, category, fingerprint } = diagnosis;
  return { code: failure.code, dialect: failure.dialect, category, fingerprint };
}
