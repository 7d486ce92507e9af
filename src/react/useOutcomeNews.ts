"use client";
import { useEffect, useRef } from "react";
import { useReauth } from "./useReauth.js";
import { useSpeech } from "./useSpeech.js";
import { useTencentContext } from "./useTencentContext.js";

/** Says how it ended, once: the prompt that asked is gone by then. */
export function useOutcomeNews(): void {
  const { announce } = useTencentContext("ReauthPrompt");
  const { words, count } = useSpeech("ReauthPrompt");
  const { status, affected, epoch } = useReauth();
  const before = useRef(status);
  useEffect(() => {
    const isNew = before.current !== status;
    before.current = status;
    if (!isNew || (status !== "succeeded" && status !== "cancelled")) return;
    const { title } = words.prompt[status];
    const isResumed = status === "succeeded" && affected > 0;
    announce(isResumed ? `${title} · ${count(words.labels.resumed, affected)}` : title, `${status}:${epoch}`);
  }, [status, affected, epoch, words, count, announce]);
}
