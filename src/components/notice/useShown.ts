import { useEffect, useRef, useState } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import { warnOfColors } from "../parts/warnOfColors.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { resetOf } from "./noticeOptions.js";
import type { TencentErrorContextValue } from "../../react/PageContext.js";

/** Announces what a notice shows, once, and claims its errors, so that the region leaves them to it. */
export function useShown(
  props: ErrorNoticeProps,
  state: SomeError | null,
  { announce: say, client }: TencentErrorContextValue,
): void {
  const { announce = true, isClaiming = true } = props;
  // the prompt announces a sign-in
  const text =
    state !== null && announce && !state.isHealed ? `${state.message.title} ${state.message.description}`.trim() : "";
  const category = state?.diagnosis.category;
  // one announcement for all codes of an ended sign-in
  const key = state?.isTrying
    ? "retrying"
    : category === "reauth"
      ? category
      : `${category}:${state?.diagnosis.failure.code}`;
  const errors = state !== null && isClaiming ? state.errors : noErrors;
  const [claimed, setClaimed] = useState(errors);
  // a new array with the same errors changes nothing
  if (claimed.length !== errors.length || claimed.some((error, index) => !Object.is(error, errors[index])))
    setClaimed(errors);
  const seen = useRef<Seen>({});
  useEffect(() => {
    const { current } = seen;
    const isNew = current.text !== text || current.key !== key || current.say !== say;
    // a boundary is reset once its call went well: before that it would only throw again
    Object.assign(current, { text, key, say, reset: resetOf(props) });
    if (isNew && text !== "") say(text, key);
    if (isNew && state !== null) warnOfColors();
  });
  const { board } = client;
  useEffect(() => {
    const releases = claimed.map((error) => board.claim(error, () => seen.current.reset?.()));
    return () => {
      for (const release of releases) release();
    };
  }, [board, claimed]);
}

/** What was said last, and how the notice's boundary is reset. */
interface Seen {
  text?: string;
  key?: string;
  say?: (text: string, key: string) => void;
  reset?: (() => void) | undefined;
}

const noErrors: readonly unknown[] = [];
