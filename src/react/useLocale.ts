"use client";
import { useEffect, useMemo, useState } from "react";
import type { validateLocale as IsSpeakable } from "../i18n/validateLocale.js";
import { withMessages, withTranslate } from "../i18n/customMessages.js";
import type { UserLocale } from "../model/Locale.js";
import type { Messages, Translate } from "../model/MessageId.js";

/** How a page says which words it wants. */
export interface LocaleProps {
  /** A language, or the tag of one that `loadLocale` fetches. */
  readonly locale: UserLocale | string;
  /** Fetches a language by its tag: the kit's own `loadLocale`, or the app's. A load that failed is tried again by the next mount. */
  readonly loadLocale?: ((tag: string) => Promise<UserLocale>) | undefined;
  /** What is spoken until the wanted language is there, and when it can't be had. */
  readonly fallbackLocale?: UserLocale | undefined;
  /** Sentences of the app's own, by their names. Keep the object the same between renders. */
  readonly messages?: Messages | undefined;
  /** Hands every sentence to the app's own translations. Keep the function the same until they change. */
  readonly translate?: Translate | undefined;
}

/** An answer of `loadLocale`, with who can tell whether it is a language. */
interface Loaded {
  readonly tag: string;
  readonly found: unknown;
  readonly isValid: typeof IsSpeakable;
}

/** The words as they are now: at once, never waited for. Null only where a page gave none. */
export function useLocale({
  locale,
  loadLocale,
  fallbackLocale,
  messages,
  translate,
}: Partial<LocaleProps>): UserLocale | null {
  const [loaded, setLoaded] = useState<Loaded>();
  const tag = typeof locale === "string" ? locale : undefined;
  useEffect(() => {
    if (tag === undefined || loadLocale === undefined) return undefined;
    let isWanted = true;
    const load = async (): Promise<void> => {
      // who brings a whole language needs nobody to look at it
      const [found, { validateLocale }] = await Promise.all([loadLocale(tag), import("../i18n/validateLocale.js")]);
      if (isWanted) setLoaded({ tag, found, isValid: validateLocale });
    };
    // the words that are there do until the next try
    load().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [tag, loadLocale]);
  const valid = useMemo(
    () => (loaded?.isValid(loaded.found, fallbackLocale) === true ? loaded.found : undefined),
    [loaded, fallbackLocale],
  );
  const found = typeof locale === "object" ? locale : loaded?.tag === tag ? valid : undefined;
  const given = found ?? fallbackLocale ?? null;
  return useMemo(() => {
    if (given === null) return null;
    const own = messages === undefined ? given : withMessages(given, messages);
    return translate === undefined ? own : withTranslate(own, translate);
  }, [given, messages, translate]);
}
