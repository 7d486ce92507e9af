import type { ComponentType, ReactElement, RefObject } from "react";
import type { Retry, SomeError } from "../../react/ErrorState.js";
import type { Healed } from "../parts/HealedLine.js";
import type { NoticePart } from "../parts/partNames.js";
import type { Parts } from "../parts/Parts.js";

/** What a notice shows once the rest of the kit is there, and what draws it. */
export interface NoticeNews {
  readonly status: NoticeStatus | undefined;
  /** What is said of it. */
  readonly said: string | undefined;
  /** What went well, told in its place. */
  readonly healed: Healed | null;
  /** It makes room. */
  readonly isLeaving: boolean;
  readonly Countdown: ComponentType<{ readonly retry: Retry }>;
  readonly FoldedFacts: ComponentType<FoldedFactsProps>;
  readonly HealedLine: ComponentType<{ readonly healed: Healed | null }>;
  /** Null while nothing is under way. */
  holdPlace(props: HeldPlaceProps): ReactElement | null;
}

/** What is under way while a notice is shown: the same call again, a sign-in, or no network for either. */
export type NoticeStatus = "retrying" | "waiting" | "offline";

/** What unfolds the facts of a report. */
export interface FoldedFactsProps {
  readonly state: SomeError;
  readonly isSeen: boolean;
  readonly part: Parts<NoticePart>;
}

/** What keeps the place of a notice. */
export interface HeldPlaceProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly news: { readonly healed: object | null; readonly isLeaving: boolean };
  readonly status: NoticeStatus | undefined;
  readonly isHealed: boolean;
}
