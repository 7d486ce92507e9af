import { refuseSecrets, rethrowOwn } from "../base/devChecks.js";
import { type AuthorizeRequest, authorizeUrl, ownAddress } from "./authorizeUrl.js";
import type { ReauthOptions } from "./ReauthOptions.js";
import type { Provider } from "../model/ReauthSnapshot.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

type Options = Omit<AuthorizeRequest, "state">;

/**
 * Stops an app that hands a flow what must stay on its server, or an address that it would refuse. `href` is the page's, where
 * there is one. @throws TypeError in development; in production the flow refuses to start.
 */
export function checkOptions(maker: string, options: Options, href: string | undefined): void {
  refuseSecrets(maker, options);
  try {
    if (process.env.NODE_ENV !== "production" && href !== undefined) checkAddresses(options, href);
  } catch (error) {
    rethrowOwn(error);
  }
}

function checkAddresses(options: Options, href: string): void {
  if (ownAddress(options.redirectUri, href) === undefined) {
    throw new TypeError(
      `[tencent-error-kit] redirectUri is "${options.redirectUri}", but only a page of this origin can receive the sign-in. ` +
        "Give a path such as /tencent-callback.html.",
    );
  }
  if (authorizeUrl({ ...options, state: "" }, href) === undefined) {
    throw new TypeError(
      `[tencent-error-kit] authorizeUrl is "${options.authorizeUrl}", which others could rewrite or stand in for. ` +
        "Give an https: address or a path of this origin.",
    );
  }
}

/** What a flow says of its provider: nothing where that has an id alone. */
export function providerOf({ provider }: ReauthOptions): Provider | undefined {
  return typeof provider === "object" ? provider : undefined;
}
