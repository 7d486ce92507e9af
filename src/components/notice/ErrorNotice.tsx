"use client";

import { createRef, type ReactElement, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { ownOptions } from "../../base/safely.js";
import { isWhole } from "../../i18n/Locale.js";
import { describeFailure } from "../../react/describeFailure.js";
import type { Retry, SomeError } from "../../react/ErrorState.js";
import { answeredKeys, failedCalls, isUnderWay } from "../../react/failedCalls.js";
import { pickFailure, type WorstFailure } from "../../react/pickFailure.js";
import { useAfter } from "../../react/useAfter.js";
import { noSubscription } from "../../react/useIsHydrated.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { lookChunk } from "../lookChunk.js";
import { useChunk } from "../parts/useChunk.js";
import { type ErrorNoticeProps, noticeOptions } from "./ErrorNoticeProps.js";
import type { NoticeUpdate } from "./FullNotice.js";
import { frameNotice } from "./Notice.js";
import { noteShown } from "./noteShown.js";
import type { TencentErrorContextValue } from "../../react/PageContext.js";

/**
 * Says what went wrong in the reader's language, with the one button that helps. Its first words are there at once; what it does
 * by itself, such as a countdown, comes with the rest of the kit in the same element.
 * @throws Error in development outside of `TencentErrorProvider`.
 * @example
 * ```tsx
 * import { ErrorNotice } from "tencent-error-kit";
 *
 * export function Failure({ error }: { readonly error: unknown }) {
 *   return <ErrorNotice error={error} variant="banner" />;
 * }
 * ```
 */
export function ErrorNotice(props: ErrorNoticeProps): ReactElement | null {
  const context = useTencentContext("ErrorNotice");
  const { client, text } = context;
  const { error } = props;
  const fetched = useSyncExternalStore(noSubscription, lookChunk.now, () => undefined);
  const look = isWhole(text.words) ? fetched : undefined;
  const [{ isOwn, isFull }, setStart] = useState<Start>(() => ({ isOwn: isUnderWay(error) }));
  const found = isFull && look ? undefined : pickFailure(failedCalls(error, noticeOptions(props).isThrown), client);
  // decided once: a notice that changed its element would lose the focus
  if (isFull === undefined && found !== undefined) setStart({ isOwn, isFull: look !== undefined });
  useEffect(() => {
    if (isFull === undefined) for (const key of answeredKeys(error)) client.retries.forget(key);
  });
  if (isFull === undefined) return null;
  return isFull && look ? (
    <look.FullNotice {...{ isOwn }} {...props} />
  ) : (
    <FirstNotice {...{ context, given: { isOwn, ...props }, found }} />
  );
}

/** What is known of a notice from its first render on. */
interface Start {
  /** Whether its call was under way then. */
  readonly isOwn: boolean;
  /** Whether the rest of the kit was there when its call failed. Undefined until one does. */
  readonly isFull?: boolean;
}

interface FirstNoticeProps {
  readonly context: TencentErrorContextValue;
  readonly given: ErrorNoticeProps;
  readonly found: WorstFailure | undefined;
}

/** The words of a failure before the rest of the kit is there, and the same notice from then on. */
function FirstNotice({ context, given, found }: FirstNoticeProps): ReactElement {
  const props = ownOptions(given);
  // a thrown null is needed as well
  const { found: look, isLost } = useChunk(lookChunk, found && (found.call.error ?? true));
  const [update, setUpdate] = useState<NoticeUpdate>();
  const [closed, close] = useState<{ readonly error: unknown }>();
  const [opensTicket, setOpensTicket] = useState(false);
  const first = found === undefined ? null : firstWords(context, props, found, close, () => setOpensTicket(true));
  // without a network, loading the page anew would lose it
  const isGone = isLost && navigator.onLine;
  const words = first && isGone ? withReload(first, context) : first;
  // a language whose later words are on their way has first ones meanwhile
  const isFirst = update === undefined || look === undefined;
  const state = isFirst ? words : update.shown;
  const shown = state === null || (closed && Object.is(state.errors[0], closed.error)) ? null : state;
  const [root] = useState(() => createRef<HTMLDivElement>());
  const after = useAfter();
  if (shown) noteShown(props, shown, context, after);
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
  const { isRunning = false, retry: refetch, error } = found.call;
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
