/** The parts of a notice, by the name that each carries in `data-part`. */
export type NoticePart =
  | "notice"
  | "icon"
  | "title"
  | "description"
  | "steps"
  | "step"
  | "facts"
  | "status"
  | "code"
  | "requestId"
  | "actions"
  | "action"
  | "details"
  | "dismiss"
  | "stale"
  | "count"
  | "countdown";
