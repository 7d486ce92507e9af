import type { SupportDesk } from "../model/TicketDraft.js";
import { refuseAddress } from "./refuseAddress.js";

/**
 * A desk whose address people may follow. One without is left where its own was refused, here or by `ticketDesk` before.
 * @throws TypeError in development, where the address is neither `https:` nor a path of this origin.
 */
export function acceptDesk(desk: SupportDesk, onRefused: () => void): SupportDesk {
  if (desk.urlRefused === true) onRefused();
  const { audience, appVersion, files, url } = desk;
  if (refuseAddress("ticket desk", url, onRefused) === url) return desk;
  return { audience, appVersion, files, ...(desk.submit && { submit: desk.submit.bind(desk) }) };
}
