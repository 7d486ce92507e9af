"use client";

import { type ReactElement, useEffect, useMemo, useState } from "react";
import { answeredKeys, failedCalls, isUnderWay } from "../../react/failedCalls.js";
import { pickFailure } from "../../react/pickFailure.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { lookChunk } from "../lookChunk.js";
import { useChunk } from "../parts/useChunk.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { FirstNotice } from "./FirstNotice.js";
import { noticeOptions } from "./noticeOptions.js";

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
  const { client } = useTencentContext("ErrorNotice");
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
  return isFull && look ? <look.FullNotice {...given} /> : <FirstNotice {...{ given, found, look, isLost }} />;
}
