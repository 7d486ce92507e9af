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
  | "countdown"
  | "healed";

/** The parts of the prompt, by the name that each carries in `data-part`. */
export type PromptPart =
  | "prompt"
  | "title"
  | "description"
  | "start"
  | "cancel"
  | "done"
  | "paste"
  | "status"
  | "progress"
  | "account"
  | "avatar"
  | "healed"
  | "takeover"
  | "actions"
  | "action";

/** The parts of the ticket's dialog, by the name that each carries in `data-part`. */
export type TicketPart =
  | "ticket"
  | "title"
  | "description"
  | "label"
  | "happened"
  | "along"
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
