/** What kind of trouble a failure is. */
export type Category =
  | "reauth"
  | "credentials"
  | "request"
  | "permission"
  | "restriction"
  | "rateLimit"
  | "signature"
  | "configuration"
  | "platform"
  | "network"
  | "cancelled"
  | "unknown";

/** Who can mend it. */
export type Fixer = "user" | "developer" | "platform";

/** A step that heals. The last six are the kit's own additions to the vendor's table. */
export type Remedy =
  | "checkRequest"
  | "checkCredentials"
  | "checkPermission"
  | "checkTraffic"
  | "checkProtocol"
  | "applyForPermission"
  | "retryOnce"
  | "slowDown"
  | "switchAccount"
  | "reauthorize"
  | "readDocs"
  | "openTicket"
  | "allowListIp"
  | "syncClock"
  | "freshNonce"
  | "compareRedirectUri"
  | "usePost"
  | "waitAndRetry";

/**
 * Whether the same call may be sent again: `once` and `backoff` by itself, `auth` after a reauthorization, `manual` when
 * a person asks for it, `fix` after a change of the app or its settings, `no` never.
 */
export type RetryRule = "no" | "fix" | "auth" | "once" | "backoff" | "manual";

/** One code of the platform and what can be done about it. */
export interface CodeRow<Code extends number | string = number | string> {
  /** The vendor's number. A word, such as `AuthFailure.TokenFailure`, where a service has words for numbers. */
  readonly code: Code;
  /** Stable, UPPER_SNAKE, for logs and look-ups. */
  readonly reason: string;
  readonly category: Category;
  readonly fixer: Fixer;
  readonly retry: RetryRule;
  /** Exactly what the vendor's table says, in its order. */
  readonly documented: readonly Remedy[];
  /** What the kit advises: everything documented, with additions in between. */
  readonly remedies: readonly Remedy[];
  /** The identifiers or parameters to check. */
  readonly checks?: readonly string[] | undefined;
  /** What its pack says of it, made by `defineCatalog` and no part of its data. `onCome` is called when words are fetched first. */
  say?(tag: string, audience: "user" | "developer", onCome?: () => void): RowWords;
}

/** What a pack says of one of its codes. What it leaves out is said as of every code of that category. */
export interface RowWords {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}
