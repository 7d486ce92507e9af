"use client";

import { type ReactElement, useEffect, useRef, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { createStore } from "../client/store.js";
import { keepAccessible, pageBody } from "./pageBody.js";
import { useIsHydrated } from "./useIsHydrated.js";

// visually hidden. Set after mount only, so that server markup carries no inline style
// prettier-ignore
const hidden = { position: "fixed", width: 1, height: 1, margin: -1, overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" } as const;

/** The page's one live region, mounted and empty before anything fails. */
export function LiveRegion({
  announcer,
  lang,
}: {
  readonly announcer: Omit<Announcer, "announce">;
  readonly lang: string | undefined;
}): ReactElement | null {
  const text = useSyncExternalStore(announcer.subscribe, announcer.getText, announcer.getText);
  const isMounted = useIsHydrated();
  const region = useRef<HTMLDivElement>(null);
  const { clear } = announcer;
  useEffect(() => {
    // nothing is left for who reads the page to its end
    const timer = text === "" ? undefined : setTimeout(clear, quietMs);
    return () => clearTimeout(timer);
  }, [text, clear]);
  useEffect(() => (region.current === null ? undefined : keepAccessible(region.current)), [isMounted]);
  if (!isMounted) return null;
  return createPortal(
    <div ref={region} role="status" aria-live="polite" data-part="live" lang={lang} style={hidden}>
      <span>{text}</span>
    </div>,
    pageBody(),
  );
}

/** The text for the live region, as a store. */
interface Announcer {
  getText(): string;
  subscribe(listener: () => void): () => void;
  announce(text: string, key: string): void;
  clear(): void;
}

const quietMs = 5000;

/** One announcement for a key in five seconds, however many notices ask for it. */
export function createAnnouncer(): Announcer {
  const store = createStore("");
  const saidAt = new Map<string, number>();
  return {
    getText: store.get,
    subscribe: store.subscribe,
    announce(text, key) {
      const now = performance.now();
      for (const [old, at] of saidAt) if (now - at >= quietMs) saidAt.delete(old);
      if (saidAt.has(key)) return;
      saidAt.set(key, now);
      store.set(text);
    },
    clear: () => store.set(""),
  };
}
