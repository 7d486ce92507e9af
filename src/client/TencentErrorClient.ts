import type { Catalog, CatalogOf } from "../model/Catalog.js";
import type { Diagnosis, ResponseLike, TencentCall } from "../model/Diagnosis.js";
import type { KitEvent, KitListener } from "../model/KitEvent.js";
import type { Limits } from "../model/Limits.js";
import type { FlowFor, Provider, ReauthFlow, Renew } from "../model/ReauthFlow.js";
import type { AccountName } from "../model/ReauthSnapshot.js";
import type { SupportDesk } from "../model/TicketDraft.js";
import type { CallOptions, Guard, TrackedCall } from "./TrackedCall.js";
import type { AccountChange } from "./Accounts.js";
import type { Reauth } from "./Reauth.js";
import type { Retries } from "./Retries.js";
import type { FailureStore } from "./FailureGroup.js";

/** What a client joins. Everything may be left out. */
export interface TencentErrorClientOptions {
  /**
   * How people sign in again. Without it, no sign-in is offered. Several, where failures of several catalogs are healed by different
   * providers: each heals its own, and one at a time asks.
   */
  readonly reauth?: ReauthFlow | readonly ReauthFlow[] | undefined;
  /**
   * Renews the session before a person is asked, once for all calls and tabs. What failed goes on as after a sign-in. Where it rejects or
   * takes longer than 10 s, the prompt asks.
   */
  readonly renew?: Renew | undefined;
  /** Where tickets go. Default: the vendor's desk, which serves developers only. */
  readonly support?: SupportDesk | undefined;
  /**
   * The reference that developers are led to: a page for each code, `/codes/en/{code}.html`, or one page, at its `#code-<code>`.
   * `https:`, or a path of this origin. Default: the vendor's page, where one helps.
   */
  readonly docs?: string | undefined;
  /**
   * Who is signed in, as the app's own store has it; undefined while it is not known. Where neither this nor `exchange` tells an
   * id, the kit can't know whether the same account is back: held changes are then asked for, never sent by themselves. Given the
   * provider that is asked about, for an app whose people have an id of their own at each.
   */
  readonly accountId?: ((provider?: Provider) => string | number | null | undefined) | undefined;
  /**
   * How the prompt names who is signed in, as the app's own store has it: who has to sign in again is seen, and who has signed in
   * instead.
   */
  readonly account?: AccountName | (() => AccountName | null | undefined) | undefined;
  /** Another account signed in. Nothing held is sent; drop what belongs to `previous`. */
  readonly onAccountChange?: ((change: AccountChange) => void) | undefined;
  /** Default: the vendor's table of 45 codes. */
  readonly catalog?: Catalog | undefined;
  /** Several catalogs, each for the answers of its own service: `[tencentCatalog, wechat]`. Instead of `catalog`. */
  readonly catalogs?: readonly Catalog[] | undefined;
  /** Whose call it was, where the app knows better than hosts, paths and keys. Undefined lets the kit decide. Needs a pack in `catalogs`. */
  readonly catalogOf?: CatalogOf | undefined;
  /**
   * Whether a call speaks Tencent's dialects. A bare `{ ret, msg }` of the app's own API does not. It is not believed where it
   * asks for an `url` that is not known, nor of a failed connection, an aborted call, or a `TencentError`. Default: all do.
   */
  readonly isTencent?: ((call: TencentCall) => boolean) | undefined;
  /** Hears every event, free of secrets. */
  readonly onEvent?: ((event: KitEvent) => void) | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /**
   * When the code of a failure is fetched: once the page is idle, at the first failure, or with the page. Idle leaves out who saves
   * data and slow networks. Default: idle.
   */
  readonly prefetch?: "idle" | "failure" | "eager" | undefined;
}

/** What is known about something that was thrown. */
export interface FailedOptions {
  readonly isFailed?: boolean | undefined;
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
