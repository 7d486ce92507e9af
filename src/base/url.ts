import { rethrowOwn } from "./devChecks.js";
import { attempt } from "./safely.js";

/** Blanks, control characters and backslashes, which browsers drop or turn; a scheme without a plain `//host` behind it. */
const disguised = /[\s\\\0-\x1f\x7f]|^[a-z][a-z\d+.-]*:(?!\/\/[^/?#@]+(?:[/?#]|$))/i;

/**
 * A web address, read once and whole. Undefined for every other scheme, for what is none, and for what reads like another one:
 * `https://known.example@other.example`, a backslash, a line break.
 */
export function webAddress(address: unknown, base?: string): URL | undefined {
  if (typeof address !== "string" || disguised.test(address)) return undefined;
  const url = attempt(() => new URL(address, base));
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.password === "" ? url : undefined;
}

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
