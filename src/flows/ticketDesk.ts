import { refuseAddress } from "../base/url.js";
import { refuseSecrets } from "../base/devChecks.js";
import { vendorDesk } from "../support/supportDesk.js";
import type { SupportDesk } from "../model/TicketDraft.js";

/** Where the app takes its people's reports. */
export interface TicketDeskOptions extends Pick<SupportDesk, "appVersion" | "files"> {
  /** The desk's page. Opened as it is: the draft never travels in an address. `https:`, or a path of this origin. */
  readonly url?: string | undefined;
  /** Sends a draft to the app's own desk. Reject when it was not taken. */
  readonly submit?: SupportDesk["submit"];
}

/**
 * The desk that tickets go to: the app's own, for all audiences, or without options the vendor's console, for developers.
 * @throws TypeError in development, when the address is neither `https:` nor a path of this origin. Production leaves it out,
 * and the client that gets the desk tells `security.urlRefused`.
 * @see https://console.cloud.tencent.com/workorder/category
 */
export function ticketDesk({ url, submit, appVersion, files, ...others }: TicketDeskOptions = {}): SupportDesk {
  refuseSecrets("ticketDesk", others);
  if (url === undefined && submit === undefined) return { ...vendorDesk, appVersion };
  let refused: Pick<SupportDesk, "urlRefused"> | undefined;
  const address = refuseAddress("ticket desk", url, () => (refused = { urlRefused: true }));
  return { audience: "everyone", url: address, appVersion, files, ...refused, ...(submit && { submit }) };
}
