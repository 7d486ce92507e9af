import { createRef, type ReactElement, useMemo, useState } from "react";
import { describeFailure } from "../../react/describeFailure.js";
import type { Retry, SomeError } from "../../react/ErrorState.js";
import type { WorstFailure } from "../../react/pickFailure.js";
import { type TencentErrorContextValue, useTencentContext } from "../../react/useTencentContext.js";
import type { look as Look } from "../look.js";
import { ownProps } from "../parts/useParts.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import type { NoticeUpdate } from "./FullNotice.js";
import { frameNotice } from "./NoticeFrame.js";
import { noticeOptions } from "./noticeOptions.js";
import { useShown } from "./useShown.js";

interface FirstNoticeProps {
  readonly given: ErrorNoticeProps;
  readonly found: WorstFailure | undefined;
  readonly look: typeof Look | undefined;
  /** Whether the rest of the kit could not be had. */
  readonly isLost: boolean;
}

/** The words of a failure before the rest of the kit is there, and the same notice from then on. */
export function FirstNotice({ given, found, look, isLost }: FirstNoticeProps): ReactElement {
  const props = ownProps(given);
  const [update, setUpdate] = useState<NoticeUpdate>();
  const [closed, close] = useState<{ readonly error: unknown }>();
  const [opensTicket, setOpensTicket] = useState(false);
  const context = useTencentContext("ErrorNotice");
  const first = found === undefined ? null : firstWords(context, props, found, close, () => setOpensTicket(true));
  // without a network, loading the page anew would lose it
  const isGone = isLost && navigator.onLine;
  const words = first && isGone ? withReload(first, context) : first;
  // a language whose later words are on their way has first ones meanwhile
  const isFirst = update === undefined || look === undefined;
  const state = isFirst ? words : update.shown;
  const shown = state === null || (closed && Object.is(state.errors[0], closed.error)) ? null : state;
  const [root] = useState(() => createRef<HTMLDivElement>());
  useShown(props, shown, context);
  // the same element as long as nothing new is given: an update must not cause the next one
  const updates = useMemo(
    () => look && <look.NoticeUpdates {...{ given, opensTicket }} onUpdate={setUpdate} />,
    [look, given, opensTicket, setUpdate],
  );
  return (
    <>
      {shown && frameNotice({ props, state: shown, news: isFirst ? undefined : update.news, context, root })}
      {updates}
    </>
  );
}

function firstWords(
  context: TencentErrorContextValue,
  props: ErrorNoticeProps,
  found: WorstFailure,
  close: (closed: { readonly error: unknown }) => void,
  openTicket: () => void,
): SomeError {
  const { isRunning, retry: refetch, error } = found.call;
  const options = noticeOptions(props);
  const send = options.onRetry ?? refetch;
  const retry: Retry = {
    ...{ attempt: 0, nextRetryAt: null, isAutomatic: false, isRunning },
    retryNow() {
      if (!isRunning) send?.();
    },
    cancel: () => undefined,
  };
  const dismiss = (): void => {
    close({ error });
    options.onDismiss?.();
  };
  return describeFailure({
    ...{ context, found, retry, dismiss, canRetry: send !== undefined },
    options: { ...options, onOpenTicket: props.onOpenTicket ?? openTicket },
  });
}

function withReload(state: SomeError, { text }: TencentErrorContextValue): SomeError {
  const description = `${state.message.description} ${text.words.labels.reloadPage}`.trim();
  return { ...state, message: { ...state.message, description } };
}
