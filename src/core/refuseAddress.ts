import { rethrowOwn } from "./rethrowOwn.js";
import { webAddress } from "./webAddress.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * An address that people are led to, when it is `https:` or a path of this origin. @throws TypeError in development; production
 * leaves it out and tells `onRefused`, since a page must not die of a link while it is loaded.
 */
export function refuseAddress(
  what: string,
  url: string | null | undefined,
  onRefused?: () => void,
): string | undefined {
  if (url === undefined || url === null || leadsWhereItSays(url)) return url ?? undefined;
  try {
    if (process.env.NODE_ENV !== "production") throw explained(what, url);
  } catch (error) {
    rethrowOwn(error);
  }
  onRefused?.();
  return undefined;
}

function leadsWhereItSays(url: unknown): boolean {
  const isPath = typeof url === "string" && url.startsWith("/") && !url.startsWith("//");
  return webAddress(url, isPath ? "https://own.invalid" : undefined)?.protocol === "https:";
}

function explained(what: string, url: unknown): TypeError {
  return new TypeError(
    `[tencent-error-kit] The ${what} is at "${String(url)}", which others on the network could rewrite. Give an https: address.`,
  );
}
