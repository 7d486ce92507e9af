/** The parts of the ticket's dialog, by the name that each carries in `data-part`. */
export type TicketPart =
  | "ticket"
  | "title"
  | "description"
  | "label"
  | "text"
  | "files"
  | "file"
  | "attach"
  | "status"
  | "actions"
  | "copy"
  | "download"
  | "desk"
  | "submit"
  | "close";
