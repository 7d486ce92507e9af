import type { Provider } from "../model/ReauthSnapshot.js";

/** What flows that go through the provider's own page are told. */
export interface ReauthOptions {
  /** The app's number at QQ Connect. Its secret stays on your server. */
  readonly clientId: string;
  /** The return page: a path or address of this origin, registered at the provider letter for letter. */
  readonly redirectUri: string;
  /** API names to ask for. Default: what the provider grants without. */
  readonly scope?: readonly string[] | undefined;
  /** Another sign-in page: `https:`, on this machine or a path of this origin. Default: `https://graph.qq.com/oauth2.0/authorize`. */
  readonly authorizeUrl?: string | undefined;
  /** The provider, where it is not QQ: as sentences name it, and for apps that offer several. A text is its id alone. Default: `qq`. */
  readonly provider?: Provider | string | undefined;
  /** The catalogs whose failures it heals, by name. Default: its provider's `id`, `tencent` for QQ. */
  readonly catalogs?: readonly string[] | undefined;
  /** The page's unsaved work, for flows that leave it. */
  readonly appState?: AppState | undefined;
  /** Allows the flow in a page that another site embeds. Read what that means for clickjacking first. */
  readonly allowEmbedded?: boolean | undefined;
  /**
   * Trades the code for a session at your server, and tells whose it is: without an id, another person's sign-in can't be told
   * from the same one's. Called at most once for each code.
   */
  exchange(grant: Grant): Promise<ExchangeResult | void>;
}

/** How an app's unsaved work outlives a sign-in that leaves the page. */
export interface AppState {
  /** What to keep, as plain data. It stays in this tab, for 10 minutes at most. */
  save(): unknown;
  /**
   * Gets it back when the page is loaded again, signed in or not: as the client is made, before anything is drawn. Where the account that
   * left is known and somebody has just signed in, not before `exchange` tells who: a form that is drawn by then is drawn anew.
   */
  restore(kept: unknown): void;
}

/** What the app's server needs to open a new session. */
export interface Grant {
  readonly code: string;
  readonly state: string;
  /** Aborted when the person cancels or it takes too long. */
  readonly signal: AbortSignal;
}

/**
 * What an exchange answers: whose session it is. As the server said it or still wrapped: `{ accountId }`, an axios response with it in
 * `data`, an envelope with it in `data`.
 */
export interface ExchangeResult {
  readonly accountId?: string | number | null | undefined;
  /** How the prompt names that account, should it be another one than before. */
  readonly name?: string | undefined;
  readonly data?: unknown;
}
