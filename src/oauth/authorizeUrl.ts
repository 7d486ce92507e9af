import { webAddress } from "../base/url.js";

/** What the provider's sign-in page is asked. */
export interface AuthorizeRequest {
  readonly clientId: string;
  /** The return page: a path or address of this origin. Sent whole, as it is registered. */
  readonly redirectUri: string;
  readonly state: string;
  /** API names; the provider wants them joined by commas. */
  readonly scope?: readonly string[] | undefined;
  /** Default: `https://graph.qq.com/oauth2.0/authorize`. */
  readonly authorizeUrl?: string | undefined;
}

/**
 * The address of the sign-in page, for a page at `href`. Undefined when the sign-in page is neither `https:` nor on this machine
 * nor a path of this origin, or when the return page is on another origin.
 * @see https://wiki.connect.qq.com/使用authorization_code获取access_token
 */
export function authorizeUrl(asked: AuthorizeRequest, href: string): string | undefined {
  const { clientId, state, scope } = asked;
  const url = signInPage(asked.authorizeUrl ?? "https://graph.qq.com/oauth2.0/authorize", href);
  const redirectUri = ownAddress(asked.redirectUri, href);
  if (url === undefined || redirectUri === undefined) return undefined;
  const parameters = { response_type: "code", client_id: clientId, redirect_uri: redirectUri, state };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  if (scope !== undefined && scope.length > 0) url.searchParams.set("scope", scope.join(","));
  return url.href;
}

/** An address of the app's own, whole. Undefined when it leads to another origin or is no web address. */
export function ownAddress(address: unknown, base: string): string | undefined {
  const url = webAddress(address, base);
  return url?.origin === webAddress(base)?.origin ? url?.href : undefined;
}

/** A path is the app's own server, which sends people on to the provider. */
function signInPage(address: string, href: string): URL | undefined {
  const url = webAddress(address, /^\/(?!\/)/.test(address) ? href : undefined);
  const isSafe =
    url !== undefined &&
    (url.protocol === "https:" ||
      /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname) ||
      url.origin === webAddress(href)?.origin);
  return isSafe ? url : undefined;
}

/**
 * 32 random bytes as base64url: the one-time secret that ties an answer to its question.
 * @throws Error where the platform has no random numbers: then there is no flow at all.
 */
export function createState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace("=", "");
}
