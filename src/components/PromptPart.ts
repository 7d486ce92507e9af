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
  | "takeover"
  | "actions"
  | "action";
