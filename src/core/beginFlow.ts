import type { FailureReason, ReauthOptions, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";
import { attempt } from "./attempt.js";
import { authorizeUrl } from "./authorizeUrl.js";
import { createState } from "./createState.js";
import { ownOptions } from "./ownOptions.js";

/** Where a page stands. */
export interface Place {
  readonly href: string;
  /** Of the page, `"null"` where it is opaque. */
  readonly origin: string;
  /** Of the outermost page; undefined where it can't be seen. */
  readonly top: string | undefined;
}

/** The secret of a new flow, and where it leads. A run instead, when it may not begin: nothing was opened or asked then. */
export function beginFlow(
  options: ReauthOptions,
  { onRefusal }: ReauthRequest,
  { href, origin, top }: Place,
): { readonly state: string; readonly address: string } | ReauthRun {
  if (top !== origin && options.allowEmbedded !== true) return ended("embedded");
  const state = attempt(createState);
  if (state === undefined || origin === "null") return ended("unsupported");
  const address = authorizeUrl(ownOptions({ ...options, state }), href);
  if (address !== undefined) return { state, address };
  onRefusal("urlRefused");
  return ended("unsupported");
}

/** A run that is over before it began. */
export function ended(reason: FailureReason): ReauthRun {
  return { outcome: Promise.resolve({ status: "failed", reason }) };
}
