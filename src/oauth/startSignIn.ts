import { attempt, ownOptions } from "../base/safely.js";
import type { ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";
import { authorizeUrl, createState } from "./authorizeUrl.js";
import type { ReauthOptions } from "./ReauthOptions.js";
import type { FailureReason } from "../model/ReauthSnapshot.js";

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
