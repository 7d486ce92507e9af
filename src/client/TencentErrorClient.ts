import type { Diagnosis } from "../model/Diagnosis.js";
import type { KitEvent, KitListener } from "../model/KitEvent.js";
import type { FlowFor } from "../model/ReauthFlow.js";
import type { AccountName, Provider } from "../model/ReauthSnapshot.js";
import type { SupportDesk } from "../model/TicketDraft.js";
import type { CallOptions, Guard, TrackedCall } from "./TrackedCall.js";
import type { Reauth } from "./Reauth.js";
import type { Retries } from "./Retries.js";
import type { FailureStore } from "./FailureGroup.js";
import type { ResponseLike } from "../model/Catalog.js";

/** What is known about something that was thrown. */
export interface FailedOptions {
  readonly isFailed?: boolean | undefined;
}

/** How many held changes ended with a page that was left for a sign-in, and were not told yet: who tells it sets none. */
export interface Unsent {
  get(): number;
  set(changes: number): void;
  subscribe(listener: () => void): () => void;
}

/** What is known, joined with what can be done. React only shows it. */
export interface TencentErrorClient {
  /**
   * As `diagnose`, with the client's catalog and its word on which calls are Tencent's. The same error gives the same object.
   * `isFailed`: what ran has ended as failed, so an abort in it is a time-out and no cancel.
   */
  diagnose(raw: unknown, options?: FailedOptions): Diagnosis;
  /** As `isFailure`. */
  isFailure(raw: unknown): boolean;
  /** Whether an answer says that it succeeded. What says neither is no success and no failure. */
  isSuccess(raw: unknown): boolean;
  /** As `unwrap`. @throws TencentError */
  unwrap<T>(body: T, response?: ResponseLike): T;
  readonly guard: Guard;
  /** Notes the start of a call, for layers that can't wrap it. @throws what it failed with, if it would only fail again now. */
  begin(options: CallOptions): TrackedCall;
  readonly reauth: Reauth;
  readonly unsent: Unsent;
  /** Who is signed in now, as the option `account` names them. */
  account(): AccountName | undefined;
  readonly support: SupportDesk;
  /** The reference that developers are led to. */
  readonly docs: string | undefined;
  /** What failed and has no notice of its own. */
  readonly board: FailureStore;
  /** What is sent again by itself, and how often at most. */
  readonly retries: Retries;
  /** Whether an error is of a call that began before the last sign-in: another one can't heal it. */
  isHealed(error: unknown): boolean;
  /** Who signs people in again, as the one flow says. Left out: QQ, or several. */
  readonly provider?: Provider | undefined;
  /** The flow that heals a failure. */
  readonly flowFor: FlowFor;
  /** When the code of a failure is fetched. */
  readonly prefetch: "idle" | "failure" | "eager";
  /** Whether there is a way to sign in again. */
  readonly canReauthorize: boolean;
  /** Whether a start after a blocked window goes on in this page, with the first flow. */
  readonly continuesHere: boolean;
  /**
   * Whether a toast would be one too many: a notice or the prompt says this error, a data layer tries again by itself, or a
   * person cancelled. Ask about the error that you reject with, a moment later: an interceptor runs before React shows it.
   * @example
   * ```ts
   * import axios from "axios";
   * import { attachTencentAxios } from "tencent-error-kit/axios";
   * import { createTencentErrorClient, resolve } from "tencent-error-kit/core";
   * import zhCN from "tencent-error-kit/locales/zh-CN";
   *
   * const client = createTencentErrorClient();
   * export const http = axios.create({ baseURL: "/api" });
   * attachTencentAxios(http, client);
   * http.interceptors.response.use(undefined, (error: unknown) => {
   *   setTimeout(() => {
   *     if (!client.shows(error)) alert(resolve(client.diagnose(error), zhCN).title);
   *   }, 300);
   *   throw error;
   * });
   * ```
   */
  shows(error: unknown): boolean;
  /** Tells an event of the kit's other parts. */
  emit(event: Omit<KitEvent, "at">): void;
  /** The last events, oldest first, for a ticket. */
  recentEvents(): readonly KitEvent[];
  on(listener: KitListener): () => void;
  /** Ends the client: its channel, listeners and timers go, what is held is rejected, later calls pass through. */
  dispose(): void;
}
