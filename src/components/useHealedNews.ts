"use client";
import { useEffect, useRef } from "react";
import { isAnswered } from "../react/callsOf.js";
import type { ErrorState } from "../react/ErrorState.js";
import { useTencentContext } from "../react/useTencentContext.js";

/**
 * Says that it works again once the calls that failed have brought their data: who can't see them hears it. What a sign-in
 * healed is told by the prompt.
 */
export function useHealedNews(input: unknown, state: ErrorState, isAnnounced: boolean): void {
  const { announce, speech } = useTencentContext("ErrorNotice");
  const { healed } = speech.words.labels;
  const trouble = useRef<string | null>(null);
  // what healed before its data layer gave up was no news
  const category = state.isTrying ? undefined : state.diagnosis?.category;
  const isOver = !state.isError && isAnnounced && isAnswered(input);
  useEffect(() => {
    if (category !== undefined) trouble.current = category;
    if (!isOver || trouble.current === null) return;
    if (trouble.current !== "reauth") announce(healed, "healed");
    trouble.current = null;
  }, [category, isOver, healed, announce]);
}
