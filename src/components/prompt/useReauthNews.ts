import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ReauthSnapshot } from "../../model/ReauthSnapshot.js";
import { isReauthOpen } from "../../client/reauthStatus.js";
import { wholeWords } from "../../i18n/wholeWords.js";
import { useReauth } from "../../react/useReauth.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import type { Healed } from "../parts/HealedLine.js";
import { join } from "./promptView.js";

/** What has come by the first of these is told with the sign-in itself; by the second, whatever has come is told. */
const waitsMs = [1000, 10_000] as const;

/** A sign-in that has ended, and how much of it was told. */
interface Ended {
  readonly title: string;
  readonly isIn: boolean;
  /** How often something of it was told. */
  readonly told: number;
  readonly restored: number;
  readonly sent: number;
  /** How many changes were held until it was called off, or ended with the page that was left for it. */
  readonly lost: number;
  /** It was called off, and the browser leaves its window to the person. */
  readonly leavesWindow: boolean;
}

/**
 * Announces how a sign-in ended, the prompt being closed by then, and what came of it: only what has come, and the rest once that
 * is there. `onHealed` is called for one that brought something, `onLost` for one that left something: changes, or its window.
 */
export function useReauthNews(onHealed: (healed: Healed) => void, onLost: (lost: Healed) => void): void {
  const { announce, client, text } = useTencentContext("ReauthPrompt");
  const words = wholeWords(text.words);
  const { count } = text;
  const reauth = useReauth();
  const { unsent } = client;
  const left = useSyncExternalStore(unsent.subscribe, unsent.get, unsent.get);
  const { status, epoch } = reauth;
  const before = useRef<ReauthSnapshot>(reauth);
  const ended = useRef<Ended | null>(null);
  const waits = useWaits(status === "succeeded", epoch);
  const latest = useRef({ onHealed, onLost });
  useEffect(() => {
    latest.current = { onHealed, onLost };
  });
  useEffect(() => {
    const last = before.current;
    before.current = reauth;
    const isNew = last.status !== status;
    const isEnd = status === "succeeded" || status === "cancelled";
    const told = isReauthOpen(reauth) ? 0 : unsent.get();
    if (told > 0) unsent.set(0);
    const lost = told + (isNew && (status === "cancelled" || status === "idle") ? last.changes - reauth.changes : 0);
    if (isNew) {
      // the next sign-in is asked for already: of the last one is told what has come
      if (ended.current?.told === 0) tell(ended.current, last);
      const isIn = status === "succeeded" || last.reason === "accountMismatch";
      const { title } = words.prompt[isIn ? "succeeded" : "cancelled"];
      const leavesWindow = status === "cancelled" && reauth.windowLeft === true;
      ended.current = isEnd ? { title, isIn, told: 0, restored: 0, sent: 0, lost, leavesWindow } : null;
    }
    if (lost > 0 && !(isNew && isEnd)) {
      const sentence = count(words.labels.notSent, lost);
      announce(sentence, "unsent");
      latest.current.onLost({ title: sentence, description: "" });
    }
    const now = ended.current;
    if (now !== null && (status === "cancelled" || reauth.unsettled === 0 || waits > now.told)) tell(now, reauth);

    function tell(what: Ended, { restored, sent, affected, ...snapshot }: ReauthSnapshot): void {
      const news = [
        ...(what.lost > 0 ? [count(words.labels.notSent, what.lost)] : []),
        ...(restored > what.restored ? [count(words.labels.resumed, restored - what.restored)] : []),
        ...(sent > what.sent ? [count(words.labels.sentChanges, sent - what.sent)] : []),
      ];
      const next = { told: Math.max(what.told + 1, waits), restored, sent };
      ended.current = { ...what, ...next, lost: 0, leavesWindow: false };
      const [title = "", ...more] = what.told === 0 ? [what.title, ...news] : news;
      if (title === "") return;
      const description = join(text, more.join(" · "), what.leavesWindow ? words.labels.closeWindow : "");
      const said = [title, description].filter(Boolean).join(" · ");
      announce(said, `${snapshot.status}:${snapshot.epoch}:${restored}:${sent}`);
      if (what.lost > 0 || what.leavesWindow) latest.current.onLost({ title, description });
      else if (what.isIn && affected > 0) latest.current.onHealed({ title, description });
    }
  }, [reauth, status, epoch, waits, words, text, count, announce, unsent, left]);
}

/** How many of the waits are over since a sign-in went well. */
function useWaits(isOn: boolean, epoch: number): number {
  const [waits, setWaits] = useState({ epoch: 0, over: 0 });
  useEffect(() => {
    if (!isOn) return undefined;
    const timers = waitsMs.map((ms, index) => setTimeout(() => setWaits({ epoch, over: index + 1 }), ms));
    return () => timers.forEach(clearTimeout);
  }, [isOn, epoch]);
  return isOn && waits.epoch === epoch ? waits.over : 0;
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
