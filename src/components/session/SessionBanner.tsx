"use client";

import { type ReactElement, useEffect, useState } from "react";
import { createChunk } from "../../base/chunk.js";
import { parseExpiry } from "../../base/parseExpiry.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { useChunk } from "../parts/useChunk.js";

/** What a banner before the end of a session is told. */
export interface SessionBannerProps {
  /** The session's end, by this device's clock, as your server said it: milliseconds, the seconds of a token's `exp`, a date or its text. Undefined while it is not known. */
  readonly expiresAt: number | string | Date | null | undefined;
  /** Keeps the session, in the click. Default: the client's sign-in. */
  readonly onStay?: (() => void) | undefined;
  /** How long before the end it comes. Default: two minutes. */
  readonly aheadMs?: number | undefined;
}

const wordsChunk = /* @__PURE__ */ createChunk(async () => import("./sessionWords.js"));
const nearMs = 30_000;
const stepMs = 10_000;
// a longer timer fires at once
const longestMs = 1e9;

/**
 * Says that the session is about to end, with a button that keeps it: never a dialog, and heard when it comes and near the end only. For
 * clients without `renew`, which need none.
 * @see https://www.w3.org/WAI/WCAG22/Understanding/timing-adjustable.html
 */
export function SessionBanner({ expiresAt, onStay, aheadMs = 120_000 }: SessionBannerProps): ReactElement | null {
  const { client, text, unstyled, announce } = useTencentContext("SessionBanner");
  const end = parseExpiry(expiresAt);
  const [now, setNow] = useState(Number.NaN);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const leftMs = end - Date.now();
      setNow(Date.now());
      if (leftMs > 0)
        timer = setTimeout(look, Math.min(leftMs > aheadMs ? leftMs - aheadMs : leftMs % stepMs || stepMs, longestMs));
    };
    look();
    return () => clearTimeout(timer);
  }, [end, aheadMs]);
  const leftMs = end - now;
  const isDue = leftMs > 0 && leftMs <= aheadMs;
  const { found } = useChunk(wordsChunk, isDue);
  const { tag, dir } = text.locale;
  const said = isDue && found?.sessionWords(tag, leftMs);
  const news = said && Number(leftMs <= nearMs);
  useEffect(() => {
    if (said) announce(said.ends, ["session", end, news].join());
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the sentence of that moment
  }, [news, end]);
  if (!said) return null;
  const nameOf = (part = ""): string | undefined => (unstyled ? undefined : `te-notice${part}`);
  return (
    <div data-part="session" data-variant="banner" data-severity="info" className={nameOf()} lang={tag} dir={dir}>
      <p data-part="title" className={nameOf("-title")}>
        {said.ends}
      </p>
      <button
        data-part="stay"
        className={nameOf("-action")}
        data-emphasis="primary"
        type="button"
        onClick={onStay ?? client.reauth.start}
      >
        {said.stay}
      </button>
    </div>
  );
}
