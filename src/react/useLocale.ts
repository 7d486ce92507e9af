"use client";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { validateLocale as IsSpeakable } from "../i18n/validateLocale.js";
import { type Messages, type Translate, withMessages, withTranslate } from "../i18n/customMessages.js";
import { fallbackLocale as lastLocale } from "../i18n/fallbackLocale.js";
import { withProvider } from "../i18n/withProvider.js";
import { type UserLocale, joinWords } from "../i18n/Locale.js";
import { noSubscription } from "./useIsHydrated.js";

/** The language options of a page. */
export interface LocaleProps {
  /** A language, or the tag of one that `loadLocale` fetches. */
  readonly locale: UserLocale | string;
  /** Fetches a language by its tag: the kit's own `loadLocale`, or the app's. A load that failed is tried again by the next mount. */
  readonly loadLocale?: ((tag: string) => Promise<UserLocale>) | undefined;
  /** The language that is used until the wanted one has loaded, and when loading fails. */
  readonly fallbackLocale?: UserLocale | undefined;
  /** Sentences of the app's own, by their names. Keep the object the same between renders. */
  readonly messages?: Messages | undefined;
  /** Asks the app's own translations for every sentence. Keep the function the same until they change. */
  readonly translate?: Translate | undefined;
}

/** What `loadLocale` answered, with the check whether it is a language. */
interface Loaded {
  readonly tag: string;
  readonly found: unknown;
  readonly isValid: typeof IsSpeakable;
}

/** The words available now; rendering never waits for a language. The fallback's where a page gave none. */
export function useLocale({
  locale,
  loadLocale,
  fallbackLocale,
  messages,
  translate,
  provider,
}: Partial<LocaleProps> & { readonly provider?: string | undefined }): UserLocale {
  const [loaded, setLoaded] = useState<Loaded>();
  const tag = typeof locale === "string" ? locale : undefined;
  useEffect(() => {
    if (tag === undefined || loadLocale === undefined) return undefined;
    let isWanted = true;
    const load = async (): Promise<void> => {
      // a language that is given as an object is type-checked already
      const [found, { validateLocale }] = await Promise.all([loadLocale(tag), import("../i18n/validateLocale.js")]);
      if (isWanted) setLoaded({ tag, found, isValid: validateLocale });
    };
    // the current words stay until the next try
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
  const asked = found ?? fallbackLocale;
  const given = useWhole(asked ?? lastLocale);
  return useMemo(() => {
    if (asked === undefined) return given;
    const own = messages === undefined ? given : withMessages(given, messages);
    const said = translate === undefined ? own : withTranslate(own, translate);
    return provider === undefined && said === given ? given : withProvider(said, provider);
  }, [asked, given, messages, translate, provider]);
}

/** The language with its later words, once they are there. */
function useWhole(locale: UserLocale): UserLocale {
  const { later } = locale;
  const others = useSyncExternalStore(
    later?.subscribe ?? noSubscription,
    () => later?.now(),
    () => undefined,
  );
  return useMemo(
    () => (others === undefined ? locale : { ...locale, words: joinWords(locale.words, others) }),
    [locale, others],
  );
}
