import { webAddress } from "./webAddress.js";

/** An address of the app's own, whole. Undefined when it leads to another origin or is no web address. */
export function ownAddress(address: unknown, base: string): string | undefined {
  const url = webAddress(address, base);
  return url?.origin === webAddress(base)?.origin ? url?.href : undefined;
}
