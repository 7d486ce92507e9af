import { createRef, type ReactElement, useEffect, useLayoutEffect, useState } from "react";
import { ownOptions } from "../../base/safely.js";
import { wholeWords } from "../../i18n/wholeWords.js";
import type { SomeError } from "../../react/ErrorState.js";
import { prefetchChunks } from "../../react/prefetchChunks.js";
import { providerText } from "../../react/providerText.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { useTencentError } from "../../react/useTencentError.js";
import { HealedLine, useHealedLine } from "../parts/HealedLine.js";
import type { NoticePart } from "../parts/partNames.js";
import { LazyTicketDialog } from "../ticket/LazyTicketDialog.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { FoldedFacts } from "./FoldedFacts.js";
import { HeldPlace } from "./HeldPlace.js";
import { frameNotice } from "./Notice.js";
import { noticeOptions } from "./noticeOptions.js";
import { Countdown, statusText, useNoticeStatus } from "./NoticeStatus.js";
import { useKeptState } from "./useKeptState.js";
import { useNoticeEffects } from "./useNoticeEffects.js";
import { useShown } from "./useShown.js";
import type { TencentErrorContextValue } from "../../react/PageContext.js";
import { partsOf } from "../parts/Parts.js";
import type { NoticeNews } from "./NoticeNews.js";

/** A notice that finds the rest of the kit there when its call fails. */
export function FullNotice(given: ErrorNoticeProps): ReactElement {
  const props = ownOptions(given);
  const context = useTencentContext("ErrorNotice");
  const { shown, news, more } = useNotice(props, context);
  const [root] = useState(() => createRef<HTMLDivElement>());
  useShown(props, shown, context);
  return (
    <>
      {shown && frameNotice({ props, state: shown, news, context, root })}
      {more}
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
  const { shown, news, more } = useNotice(ownOptions(given), useTencentContext("ErrorNotice"), opensTicket);
  // after the first failure nothing is worth waiting for: the next thing may be a lost network
  useEffect(() => prefetchChunks("eager"), []);
  // without dependencies: whatever renders it has something new
  useLayoutEffect(() => onUpdate({ shown, news }));
  return more;
}

function useNotice(
  props: ErrorNoticeProps,
  context: TencentErrorContextValue,
  opensTicket = false,
): NoticeUpdate & { readonly more: ReactElement } {
  const { client, text } = context;
  const words = wholeWords(text.words);
  const { error, audience } = props;
  const [isTicketOpen, setTicketOpen] = useState(opensTicket);
  const options = noticeOptions(props);
  const state = useTencentError(error, { ...options, onOpenTicket: props.onOpenTicket ?? (() => setTicketOpen(true)) });
  const [healed, showHealed] = useHealedLine(props.onHealed);
  useNoticeEffects(error, state, context, {
    ...{ words, reset: options.onRetry },
    isAnnounced: props.announce,
    onHealed: showHealed,
  });
  // a whole page of one would be a large gap over what has come in its place
  const hasPlace = props.variant !== "page" && props.children === undefined;
  const isInPlace = healed !== null && hasPlace;
  const kept = useKeptState(error, state, {
    ...{ client, words },
    tellsWell: hasPlace && props.onHealed === undefined,
    isToldWell: isInPlace,
    isApart: props.isClaiming === false,
  });
  const shown = props.children === undefined ? kept.shown : state.isError ? state : null;
  const status = useNoticeStatus(shown ?? state, client);
  const { provider } = client.flowFor((shown ?? state).diagnosis) ?? {};
  // stays mounted when the failure heals while its report is being written
  const hasTicket =
    isTicketOpen || (props.onOpenTicket === undefined && state.actions.some(({ kind }) => kind === "openTicket"));
  const more = (
    <>
      {healed !== null && !isInPlace && props.children === undefined ? (
        // over what has come in the notice's place
        <HealedLine healed={healed} {...partsOf<NoticePart>("notice", props, context)("healed")} />
      ) : null}
      {hasTicket ? (
        <LazyTicketDialog
          {...{ error, isThrown: options.isThrown, audience, unstyled: props.unstyled, components: props.components }}
          open={isTicketOpen}
          onOpenChange={setTicketOpen}
        />
      ) : null}
    </>
  );
  const { isLeaving } = kept;
  const news = {
    status,
    said: status && statusText(status, wholeWords(providerText(context, provider).words)),
    healed: isInPlace ? healed : null,
    isLeaving,
    Countdown,
    FoldedFacts,
    HealedLine,
    HeldPlace,
  };
  return { shown, news, more };
}
