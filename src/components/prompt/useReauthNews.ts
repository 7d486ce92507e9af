import { useEffect, useRef } from "react";
import { useReauth } from "../../react/useReauth.js";
import { useText } from "../../react/useText.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import type { Healed } from "../parts/useHealedLine.js";

/** Announces how a sign-in ended, once: the prompt is closed by then. `onHealed` is called for one that brought something. */
export function useReauthNews(onHealed: (healed: Healed) => void): void {
  const { announce } = useTencentContext("ReauthPrompt");
  const { words, count } = useText("ReauthPrompt");
  const { status, reason, reloads, changes, toConfirm, affected, epoch } = useReauth();
  const before = useRef({ status, reason });
  const latest = useRef(onHealed);
  useEffect(() => {
    latest.current = onHealed;
  });
  useEffect(() => {
    const last = before.current;
    before.current = { status, reason };
    if (last.status === status || (status !== "succeeded" && status !== "cancelled")) return;
    const { prompt, labels } = words;
    // who goes on with the account that has signed in is signed in
    const isIn = status === "succeeded" || last.reason === "accountMismatch";
    const { title } = prompt[isIn ? "succeeded" : "cancelled"];
    const sent = changes - toConfirm;
    const news = [
      ...(status === "succeeded" && reloads > 0 ? [count(labels.resumed, reloads)] : []),
      ...(status === "succeeded" && sent > 0 ? [count(labels.sentChanges, sent)] : []),
    ];
    announce([title, ...news].join(" · "), `${status}:${epoch}`);
    if (isIn && affected > 0) latest.current({ title, description: news.join(" · ") });
  }, [status, reason, reloads, changes, toConfirm, affected, epoch, words, count, announce]);
}

/** Announces a prompt that asks without the focus. */
export function useQuietAnnouncement(words: { readonly title: string; readonly description: string } | null): void {
  const { announce } = useTencentContext("ReauthPrompt");
  const said = words === null ? "" : `${words.title} ${words.description}`.trim();
  useEffect(() => {
    // a notice says the same
    if (said !== "") announce(said, "reauth");
  }, [said, announce]);
}
