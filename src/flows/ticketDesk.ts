import { vendorDesk } from "../core/vendorDesk.js";
import { webAddress } from "../core/webAddress.js";
import type { SupportDesk } from "../model/TicketDraft.js";

/** Where the app takes its people's reports. */
export interface TicketDeskOptions {
  /** The desk's page. Opened as it is: the draft never travels in an address. `https:` only. */
  readonly url?: string | undefined;
  /** Sends a draft to the app's own desk. Reject when it was not taken. */
  readonly submit?: SupportDesk["submit"];
}

/**
 * The desk that tickets go to: the app's own, for everybody, or without options the vendor's console, for developers.
 * @throws TypeError when the address is not `https:`.
 * @see https://console.cloud.tencent.com/workorder/category
 */
export function ticketDesk({ url, submit }: TicketDeskOptions = {}): SupportDesk {
  if (url === undefined && submit === undefined) return vendorDesk;
  if (url !== undefined && webAddress(url)?.protocol !== "https:") {
    throw new TypeError(
      `[tencent-error-kit] The ticket desk is at "${url}", which others on the network could rewrite. Give an https: address.`,
    );
  }
  return { audience: "everyone", url, ...(submit === undefined ? {} : { submit }) };
}
