import { refuseSecrets, rethrowOwn } from "../base/devChecks.js";
import { attempt, ownOptions } from "../base/safely.js";
import { ownAddress } from "../base/url.js";
import type { FailureReason, ReauthOptions, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";
import { type AuthorizeRequest, authorizeUrl, createState } from "./authorizeUrl.js";

/** Where a page stands. */
export interface PageLocation {
  readonly href: string;
  /** Of the page, `"null"` where it is opaque. */
  readonly origin: string;
  /** Of the outermost page; undefined where it can't be seen. */
  readonly top: string | undefined;
}

/** The secret of a new flow, and where it leads. A run instead, when it may not begin: nothing was opened or asked then. */
export function startSignIn(
  options: ReauthOptions,
  { onRefusal }: ReauthRequest,
  { href, origin, top }: PageLocation,
): { readonly state: string; readonly address: string } | ReauthRun {
  if (top !== origin && options.allowEmbedded !== true) return failedRun("embedded");
  const state = attempt(createState);
  if (state === undefined || origin === "null") return failedRun("unsupported");
  const address = authorizeUrl(ownOptions({ ...options, state }), href);
  if (address !== undefined) return { state, address };
  onRefusal("urlRefused");
  return failedRun("unsupported");
}

/** A run that is over before it began. */
export function failedRun(reason: FailureReason): ReauthRun {
  return { outcome: Promise.resolve({ status: "failed", reason }) };
}

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
