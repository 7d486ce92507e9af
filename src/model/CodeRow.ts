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

/** A step that heals. The last seven are the kit's own additions to the vendor's table. */
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
  | "signIn"
  | "waitAndRetry";

/**
 * Whether the same call may be sent again: `once` and `backoff` by itself, `auth` after a reauthorization, `manual` when
 * a person asks for it, `fix` after somebody changed something, `no` never.
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

/**
 * One row as the catalog writes it: code, reason, category, fixer, retry rule, remedies (`+` marks what the kit adds to the
 * vendor's advice), what to check.
 */
export type CodeEntry = readonly [
  code: number,
  reason: string,
  category: Category,
  fixer: Fixer,
  retry: RetryRule,
  remedies: readonly (Remedy | `+${Remedy}`)[],
  checks?: readonly string[],
];

/** A run of `ret` numbers that one party can mend, also when nobody documented the single number. */
export type CodeBand = readonly [from: number, to: number, fixer: Fixer];

/** Codes of the vendor's table, as the locale files spell them. */
// prettier-ignore
export type TableCode =
  | -1 | -2 | -3 | -4 | -5 | -6 | -7 | -8 | -9 | -10 | -11 | -12
  | -20 | -21 | -22 | -23 | -24 | -25 | -26 | -70 | -71 | -72 | -73
  | 100000 | 100001 | 100002 | 100003 | 100004 | 100005 | 100006 | 100007 | 100008 | 100009 | 100010 | 100011
  | 100012 | 100013 | 100014 | 100015 | 100016
  | 251001 | 251002 | 251003 | 251004 | 251005;
