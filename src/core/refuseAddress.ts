import { webAddress } from "./webAddress.js";

/** @throws TypeError when the address is neither `https:` nor a path of this origin. */
export function refuseAddress(what: string, url: string | undefined): void {
  const base = url?.startsWith("/") === true && !url.startsWith("//") ? "https://own.invalid" : undefined;
  if (url !== undefined && webAddress(url, base)?.protocol !== "https:") {
    throw new TypeError(
      `[tencent-error-kit] The ${what} is at "${url}", which others on the network could rewrite. Give an https: address.`,
    );
  }
}
