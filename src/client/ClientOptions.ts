import type { Catalog, CatalogOf, TencentCall } from "../model/Catalog.js";
import type { KitEvent } from "../model/KitEvent.js";
import type { ReauthFlow, Renew } from "../model/ReauthFlow.js";
import type { AccountChange, AccountName, Provider } from "../model/ReauthSnapshot.js";
import type { SupportDesk } from "../model/TicketDraft.js";

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
  /**
   * Another account signed in. Nothing held is sent; drop what belongs to `previous`. The person is asked only then which account goes
   * on: a page that is loaded anew here loses what they typed.
   */
  readonly onAccountChange?: ((change: AccountChange) => void) | undefined;
  /** Default: the vendor's table of 45 codes. */
  readonly catalog?: Catalog | undefined;
  /** Several catalogs, each for the answers of its own service: `[tencentCatalog, wechat]`. Instead of `catalog`. */
  readonly catalogs?: readonly Catalog[] | undefined;
  /** Whose call it was, where the app knows better than hosts, paths and keys. Undefined lets the kit decide. Needs a pack in `catalogs`. */
  readonly catalogOf?: CatalogOf | undefined;
  /**
   * Whether a call speaks Tencent's dialects. A bare `{ ret, msg }` of the app's own API does not. It is not believed where it
   * asks for an `url` that is not known, nor of a failed connection, an aborted call, or a `TencentError`. Undefined lets the kit
   * decide, as it does without this option: `({ url }) => (url?.endsWith("/me") ? false : undefined)`.
   */
  readonly isTencent?: ((call: TencentCall) => boolean | undefined) | undefined;
  /** Hears every event, free of secrets. */
  readonly onEvent?: ((event: KitEvent) => void) | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /**
   * When the code of a failure is fetched: once the page is idle, at the first failure, or with the page. Idle leaves out who saves
   * data and slow networks. Default: idle.
   */
  readonly prefetch?: "idle" | "failure" | "eager" | undefined;
}

/** How often and how long. All times in milliseconds. */
export interface Limits {
  /** Reauthorizations that a person may start within `startsWindowMs`. Default 3. */
  readonly starts: number;
  /** Default 5 minutes. */
  readonly startsWindowMs: number;
  /** The same code so soon after a success is a loop. Default 1 minute. */
  readonly loopMs: number;
  /**
   * So long after a dismissal, readings that failed rest. After it, one at a person's click opens the prompt again; a change at a
   * click does so at once, and what a page asks for by itself never does. A person's click on a notice always starts. Default 30 seconds.
   */
  readonly coolDownMs: number;
  /** How long a held change waits before it fails with what it failed with. Default 10 minutes. */
  readonly holdMs: number;
}
