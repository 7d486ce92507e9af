import type { CodeRow, Diagnosis, DialectName, RowWords, TencentFailure } from "./Diagnosis.js";

/** The codes that `diagnose` looks up. Made by `defineCatalog` and `extendCatalog`. */
export interface Catalog<Code extends number | string = number | string> {
  readonly rows: readonly CodeRow<Code>[];
  find(code: number | string): CodeRow<Code> | undefined;
  /** What its diagnoses are marked with. Default: `tencent`. */
  readonly name?: string | undefined;
  /** Of a pack: what it was defined by, how its service writes failures, and how it finds its calls among other catalogs'. */
  readonly pack?: Pack | undefined;
  readonly dialects?: readonly PackDialect[] | undefined;
  claims?(call: ClaimedCall): number;
  judge?(call: ClaimedCall, catalogs: readonly Catalog[], catalogOf: CatalogOf | undefined): Diagnosis;
}

/** The app's word on whose call it was; undefined lets the kit decide. */
export type CatalogOf = (call: TencentCall) => Catalog | undefined;

/** A failed call, as a catalog is asked about it. */
export interface ClaimedCall {
  readonly failure: TencentFailure;
  readonly url: string | undefined;
  /** The object that tells the failure, and the dialect of its keys. */
  readonly body?: unknown;
  readonly match?: { readonly dialect: Omit<PackDialect, "numbers" | "only"> } | undefined;
}

/** How a service writes a failure: the keys of its answers. */
export interface Spelling {
  readonly name: string;
  /** The key of the code. */
  readonly codeKey: string;
  /** A key that stands beside it in this service's answers and in no other's. */
  readonly companionKey?: string | undefined;
  readonly messageKey?: string | undefined;
  /** The key of a second code. */
  readonly subcodeKey?: string | undefined;
}

/** A spelling as it is read: of a body of its own, after the kit's dialects. */
export interface PackDialect {
  readonly name: string;
  readonly codeKey: string;
  readonly companionKey: string;
  readonly messageKey: string;
  readonly subcodeKey: string;
  readonly numbers: "other";
  readonly only: "body";
}

/** What a pack says in one language, by the reasons of its rows. */
export interface PackLanguage {
  readonly user?: Readonly<Record<string, RowWords>> | undefined;
  readonly developer?: Readonly<Record<string, RowWords>> | undefined;
}

/** Fetches what a pack says in one language, when the first of its failures is shown in that. */
export type LoadPackLanguage = () => Promise<PackLanguage | { readonly default: PackLanguage }>;

/** A table of codes as a value that anybody can publish, with what tells its service's answers from others'. */
export interface Pack {
  /** In small letters: `wechat`. Diagnoses are marked with it, and a sign-in names it. */
  readonly name: string;
  readonly rows: readonly CodeRow[];
  /** How its service writes failures: names of the kit's dialects, or its own keys. Default: the kit's dialect of its name. */
  readonly dialects?: readonly (string | Spelling)[] | undefined;
  /** Where its service answers, with what lies below: `api.weixin.qq.com`. */
  readonly hosts?: readonly string[] | undefined;
  /** Where the app's own server passes its answers on: `/api/wechat`. */
  readonly paths?: readonly string[] | undefined;
  /** Its words by language tag, at once or when the first of its failures is shown: `() => import("./words/en.js")`. */
  readonly words?: Readonly<Record<string, PackLanguage | LoadPackLanguage>> | undefined;
}

/** A call as an app sees it, so that it can say whether it speaks Tencent's dialects. */
export interface TencentCall {
  /**
   * In one form whichever layer made the call: path and query at the page's own origin (`/api/qq/friends?page=2`), else the whole
   * address (`https://graph.qq.com/…`). Undefined where nothing tells it.
   */
  readonly url?: string | undefined;
  readonly method?: string | undefined;
  readonly httpStatus?: number | undefined;
  /** How it is spelled: what tells Tencent's answers from the app's own where both have one address. */
  readonly dialect: DialectName | (string & {});
  readonly code: number | null;
}

/** The part of a `Response` that tells about a call. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly url?: string;
  /** The body is the text as it came, not what JSON held. */
  readonly isText?: boolean | undefined;
}
