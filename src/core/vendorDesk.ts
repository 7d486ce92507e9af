import type { SupportDesk } from "../model/TicketDraft.js";

/**
 * The vendor's own ticket desk. A console for developers who can sign in there: nothing for the people who use an app.
 * @see https://console.cloud.tencent.com/workorder/category
 */
export const vendorDesk: SupportDesk = {
  audience: "developer",
  url: "https://console.cloud.tencent.com/workorder/category",
};
