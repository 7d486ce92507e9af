/** One failed call as plain, frozen, JSON-safe data. Recognised by its brand, so that two copies of the kit agree. */
export interface TencentFailure {
  readonly $tencent: 1;
  /** Which of Tencent's ways of answering this was: `openapi`, `oauth`, `redirect`, …, or `unknown`; or a pack's own. */
  readonly dialect: string;
  /** The pack whose service this was, where one of the app's own has it. */
  readonly catalog?: string | undefined;
  /** The vendor's number, kept also when no row describes it. A code that is a word is the `subcode`. */
  readonly code: number | null;
  readonly subcode?: string;
  readonly httpStatus?: number;
  readonly requestId?: string;
  /** Milliseconds, as the server asked for in `Retry-After`. */
  readonly retryAfterMs?: number;
  /** Untrusted text of the server, `[redacted]` where it could hold a secret. For details only, never for a title. */
  readonly serverMessage?: string;
  readonly method?: string;
  /** The called path without origin, query and hash. */
  readonly path?: string;
  /** The answer's `Date` header as it came: what a wrong clock is told by. */
  readonly serverDate?: string;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
  /** `exact`: a documented shape. `heuristic`: picked from an elided body, a page's text or a wrapper. `none`: no code. */
  readonly confidence: "exact" | "heuristic" | "none";
}

/** What is known about a failure and what can be done about it. */
export interface Diagnosis {
  readonly failure: TencentFailure;
  /** The catalog's row, or null where this code has none in this dialect. */
  readonly row: CodeRow | null;
  /** The name of the catalog whose service this was; undefined where no catalog speaks for it. */
  readonly catalog?: string | undefined;
  readonly category: Category;
  readonly fixer: Fixer;
  readonly retry: RetryRule;
  readonly remedies: readonly Remedy[];
  /** The same for failures that are one trouble: what grouping and announcements go by. */
  readonly fingerprint: string;
}

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

/** A way of answering that the kit knows by name; `docs/recipes/apps.md` says how each is spelled. */
export type DialectName =
  | "openapi"
  | "oauth"
  | "redirect"
  | "pageText"
  | "qzone"
  | "weibo"
  | "wechat"
  | "wechatBot"
  | "wechatConsole"
  | "im"
  | "bot"
  | "cloud2"
  | "cloud3"
  | "cloudSession"
  | "ams"
  | "umi"
  | "envelope"
  | "problem"
  | "graphql"
  | "gateway"
  | "http"
  | "network"
  | "cancelled"
  | "foreign"
  | "unknown";
