"use client";
import { useEffect, useRef, useSyncExternalStore, type ReactElement } from "react";
import { createPortal } from "react-dom";
import type { Announcer } from "./createAnnouncer.js";
import { keepHeard } from "./keepHeard.js";
import { pageBody } from "./pageBody.js";

// out of sight, not out of hearing. Set after mount only, so that server markup carries no inline style
// prettier-ignore
const hidden = { position: "fixed", width: 1, height: 1, margin: -1, overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" } as const;

/** The page's one live region, there and empty before anything fails. */
export function LiveRegion({
  announcer,
  lang,
}: {
  readonly announcer: Omit<Announcer, "announce">;
  readonly lang: string | undefined;
}): ReactElement | null {
  const text = useSyncExternalStore(announcer.subscribe, announcer.getText, announcer.getText);
  const isMounted = useSyncExternalStore(
    unchanging,
    () => true,
    () => false,
  );
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => (region.current === null ? undefined : keepHeard(region.current)), [isMounted]);
  if (!isMounted) return null;
  return createPortal(
    <div ref={region} role="status" aria-live="polite" data-part="live" lang={lang} style={hidden}>
      <span>{text}</span>
    </div>,
    pageBody(),
  );
}

function unchanging(): () => void {
  return () => undefined;
}
