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
export interface CodeRow {
  readonly code: number;
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
}

/** The codes that `diagnose` looks up. Made by `defineCatalog` and `extendCatalog`. */
export interface Catalog {
  readonly rows: readonly CodeRow[];
  find(code: number): CodeRow | undefined;
}
