import { createRef, type ReactElement, useEffect, useLayoutEffect } from "react";
import { ownOptions } from "../../base/safely.js";
import { wholeWords } from "../../i18n/wholeWords.js";
import type { SomeError } from "../../react/ErrorState.js";
import { prefetchChunks } from "../../react/prefetchChunks.js";
import { providerText } from "../../react/providerText.js";
import { type CallLife, useCallLife, useMemory } from "../../react/useCallLife.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { useFailure } from "../../react/useTencentError.js";
import { watchFocus } from "../parts/focus.js";
import { HealedLine } from "../parts/HealedLine.js";
import type { NoticePart } from "../parts/partNames.js";
import { LazyTicketDialog } from "../ticket/LazyTicketDialog.js";
import { type ErrorNoticeProps, noticeOptions } from "./ErrorNoticeProps.js";
import { FoldedFacts, Countdown, statusText } from "./noticeViews.js";
import { holdPlace } from "./holdPlace.js";
import { keptState, type NoticeMemory } from "./keptState.js";
import { frameNotice } from "./Notice.js";
import { noteHealed } from "./noteHealed.js";
import { noteShown } from "./noteShown.js";
import type { TencentErrorContextValue } from "../../react/PageContext.js";
import { partsOf } from "../parts/Parts.js";
import type { NoticeNews } from "./NoticeNews.js";

/** A notice that finds the rest of the kit there when its call fails. */
export function FullNotice(given: ErrorNoticeProps): ReactElement {
  const props = ownOptions(given);
  const context = useTencentContext("ErrorNotice");
  const { shown, news, told, ticket, root, after } = useNotice(props, context);
  if (shown) noteShown(props, shown, context, after);
  return (
    <>
      {shown && frameNotice({ props, state: shown, news, context, root })}
      {told}
      {ticket}
    </>
  );
}

interface NoticeUpdatesProps {
  readonly given: ErrorNoticeProps;
  /** Whether its ticket was asked for before this was there. */
  readonly opensTicket: boolean;
  readonly onUpdate: (update: NoticeUpdate) => void;
}

/** What the first words of a notice become. */
export interface NoticeUpdate {
  readonly shown: SomeError | null;
  readonly news: NoticeNews;
}

/** Keeps a notice up to date that was there before the rest of the kit. Its element stays the same, with focus and selection. */
export function NoticeUpdates({ given, opensTicket, onUpdate }: NoticeUpdatesProps): ReactElement {
  const context = useTencentContext("ErrorNotice");
  const { shown, news, told, ticket } = useNotice(ownOptions(given), context, opensTicket || undefined);
  // after the first failure nothing is worth waiting for: the next thing may be a lost network
  useEffect(() => prefetchChunks("eager"), []);
  // without dependencies: whatever renders it has something new
  useLayoutEffect(() => onUpdate({ shown, news }));
  return (
    <>
      {told}
      {ticket}
    </>
  );
}

/** What a notice shows, the success that is told beside its place, and its report. */
interface Notice extends NoticeUpdate, Pick<CallLife, "after">, Pick<NoticeMemory, "root"> {
  readonly told: ReactElement | null;
  readonly ticket: ReactElement | null;
}

function useNotice(props: ErrorNoticeProps, context: TencentErrorContextValue, opensTicket?: boolean): Notice {
  const { client, text } = context;
  const life = useCallLife(props.error);
  const { after } = life;
  const words = wholeWords(text.words);
  const { error, audience, onHealed, children, components, unstyled } = props;
  const { isReported = opensTicket } = life.memory;
  const report = (isOpen: boolean): void => life.change({ isReported: isOpen });
  const options = noticeOptions(props);
  const onOpenTicket = props.onOpenTicket ?? (() => report(true));
  const { state, status } = useFailure(error, { ...options, onOpenTicket }, context, life);
  const [memory, change] = useMemory<NoticeMemory>(() => ({
    ...{ root: createRef(), healed: null, isToldWell: false, isLate: false },
    last: state.isError ? state : null,
  }));
  const { healed } = memory;
  after(["focus"], watchFocus);
  noteHealed(error, state, context, life, {
    ...{ words, reset: options.onRetry, isAnnounced: props.announce },
    onHealed: onHealed ?? ((told) => change({ healed: told })),
  });
  // a whole page of one would be a large gap over what has come in its place
  const hasPlace = props.variant !== "page" && children === undefined;
  const isInPlace = healed !== null && hasPlace;
  const kept = keptState(error, state, {
    ...{ memory, change, after, client, words },
    tellsWell: hasPlace && onHealed === undefined,
    isToldWell: isInPlace,
    isApart: props.isClaiming === false,
  });
  const shown = children === undefined ? kept.shown : state.isError ? state : null;
  const { provider } = client.flowFor((shown ?? state).diagnosis) ?? {};
  const canReport = props.onOpenTicket === undefined && state.actions.some(({ kind }) => kind === "openTicket");
  const told =
    healed !== null && !isInPlace && children === undefined ? (
      // over what has come in the notice's place
      <HealedLine healed={healed} {...partsOf<NoticePart>("notice", props, context)("healed")} />
    ) : null;
  const ticket =
    // stays mounted when the failure heals while its report is being written; an app's own dialog is always there
    isReported !== undefined || (canReport && components?.Dialog) ? (
      <LazyTicketDialog
        {...{ error, isThrown: options.isThrown, audience, unstyled, components }}
        open={isReported === true}
        onOpenChange={report}
      />
    ) : null;
  const news = {
    status,
    said: status && statusText(status, wholeWords(providerText(context, provider).words)),
    healed: isInPlace ? healed : null,
    isLeaving: kept.isLeaving,
    ...views,
  };
  return { shown, news, told, ticket, root: memory.root, after };
}

const views = { Countdown, FoldedFacts, HealedLine, holdPlace };
