/** What the provider's sign-in page is asked. */
export interface AuthorizeRequest {
  readonly clientId: string;
  /** The whole address of the return page, exactly as it is registered. */
  readonly redirectUri: string;
  readonly state: string;
  /** API names; the provider wants them joined by commas. */
  readonly scope?: readonly string[] | undefined;
  /** Default: `https://graph.qq.com/oauth2.0/authorize`. */
  readonly authorizeUrl?: string | undefined;
}

/**
 * The address of the sign-in page.
 * @throws TypeError when the page's address is neither `https:` nor on this machine.
 * @see https://wiki.connect.qq.com/使用authorization_code获取access_token
 */
export function authorizeUrl({ clientId, redirectUri, state, scope, authorizeUrl: page }: AuthorizeRequest): string {
  const url = new URL(page ?? "https://graph.qq.com/oauth2.0/authorize");
  if (!isSafe(url)) {
    throw new TypeError(
      `[tencent-error-kit] The sign-in page is at "${url.origin}", which others on the network could rewrite. Give an https: address.`,
    );
  }
  const parameters = { response_type: "code", client_id: clientId, redirect_uri: redirectUri, state };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  if (scope !== undefined && scope.length > 0) url.searchParams.set("scope", scope.join(","));
  return url.href;
}

function isSafe({ protocol, hostname }: URL): boolean {
  return (
    protocol === "https:" ||
    (protocol === "http:" && (hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]"))
  );
}
