import { ReportFacts } from "./ReportFacts.js";
import { TicketDialog } from "./TicketDialog.js";

/** The parts that show a report. */
export const reportViews: { readonly ReportFacts: typeof ReportFacts; readonly TicketDialog: typeof TicketDialog } = {
  ReportFacts,
  TicketDialog,
};
