"use client";

import { createRef, type ReactElement, useEffect, useMemo, useState } from "react";
import { ownOptions } from "../../base/safely.js";
import { describeFailure } from "../../react/describeFailure.js";
import type { Retry, SomeError } from "../../react/ErrorState.js";
import { answeredKeys, failedCalls, isUnderWay } from "../../react/failedCalls.js";
import { pickFailure, type WorstFailure } from "../../react/pickFailure.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import type { Look } from "../look.js";
import { lookChunk } from "../lookChunk.js";
import { useChunk } from "../parts/useChunk.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import type { NoticeUpdate } from "./FullNotice.js";
import { frameNotice } from "./Notice.js";
import { noticeOptions } from "./noticeOptions.js";
import { useShown } from "./useShown.js";
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
  const { client } = context;
  // undefined until something fails
  const [isFull, setFull] = useState<boolean>();
  const { error } = props;
  const [isOwn] = useState(() => isUnderWay(error));
  const given = useMemo(() => ({ isOwn, ...props }), [isOwn, props]);
  const { isThrown } = noticeOptions(given);
  const found = isFull === true ? undefined : pickFailure(failedCalls(error, isThrown), client);
  // a thrown null is needed as well
  const { found: look, isLost } = useChunk(lookChunk, found && (found.call.error ?? true));
  // decided once: a notice that changed its element would lose the focus
  if (isFull === undefined && found !== undefined) setFull(look !== undefined);
  useEffect(() => {
    if (isFull === undefined) for (const key of answeredKeys(error)) client.retries.forget(key);
  });
  if (isFull === undefined) return null;
  return isFull && look ? <look.FullNotice {...given} /> : <FirstNotice {...{ context, given, found, look, isLost }} />;
}

interface FirstNoticeProps {
  readonly context: TencentErrorContextValue;
  readonly given: ErrorNoticeProps;
  readonly found: WorstFailure | undefined;
  readonly look: Look | undefined;
  /** Whether the rest of the kit could not be had. */
  readonly isLost: boolean;
}

/** The words of a failure before the rest of the kit is there, and the same notice from then on. */
function FirstNotice({ context, given, found, look, isLost }: FirstNoticeProps): ReactElement {
  const props = ownOptions(given);
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
