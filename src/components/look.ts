import { HealedNotice } from "./notice/HealedNotice.js";
import { Prompt } from "./prompt/Prompt.js";

/** What is seen of a failure beyond its first words. */
export const look: { readonly Prompt: typeof Prompt; readonly HealedNotice: typeof HealedNotice } = {
  Prompt,
  HealedNotice,
};
