import { FullNotice, NoticeUpdates } from "./notice/FullNotice.js";
import { Prompt } from "./prompt/Prompt.js";

/** What is seen of a failure beyond its first words. */
export const look: Look = { FullNotice, NoticeUpdates, Prompt };

/** What the parts of it are. */
export interface Look {
  readonly FullNotice: typeof FullNotice;
  readonly NoticeUpdates: typeof NoticeUpdates;
  readonly Prompt: typeof Prompt;
}
