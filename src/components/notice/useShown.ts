import { useEffect, useRef, useState } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { resetOf } from "./noticeOptions.js";

/** Announces what a notice shows, once, and claims its errors, so that the region leaves them to it. */
export function useShown(props: ErrorNoticeProps, state: SomeError | null): void {
  const { announce: say } = useTencentContext("ErrorNotice");
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
  useEffect(() => {
    if (text !== "") say(text, key);
  }, [text, key, say]);
  // a boundary is reset once its call went well: before that it would only throw again
  useClaims(state !== null && isClaiming ? state.errors : noErrors, resetOf(props));
}

const noErrors: readonly unknown[] = [];

function useClaims(errors: readonly unknown[], onHealed: (() => void) | undefined): void {
  const { board } = useTencentContext("ErrorNotice").client;
  const [claimed, setClaimed] = useState(errors);
  // a new array with the same errors changes noErrors
  if (claimed.length !== errors.length || claimed.some((error, index) => !Object.is(error, errors[index])))
    setClaimed(errors);
  const latest = useRef(onHealed);
  useEffect(() => {
    latest.current = onHealed;
  });
  useEffect(() => {
    const releases = claimed.map((error) => board.claim(error, () => latest.current?.()));
    return () => {
      for (const release of releases) release();
    };
  }, [board, claimed]);
}
