import { useCallback, useSyncExternalStore } from "react";
import type { Channel } from "storybook/internal/channels";
import { GLOBALS_UPDATED, SET_GLOBALS } from "storybook/internal/core-events";

/** What the toolbar says. */
export interface Globals {
  readonly locale?: string;
  readonly theme?: string;
}

const none: Globals = {};

/** Pages outside of stories are told of the toolbar's choices by events only. */
export function useGlobals(channel: Pick<Channel, "on" | "off" | "last">): Globals {
  const subscribe = useCallback(
    (listener: () => void) => {
      // the channel keeps an event once it has told its listeners
      const later = (): void => queueMicrotask(listener);
      for (const event of [SET_GLOBALS, GLOBALS_UPDATED]) channel.on(event, later);
      return () => {
        for (const event of [SET_GLOBALS, GLOBALS_UPDATED]) channel.off(event, later);
      };
    },
    [channel],
  );
  return useSyncExternalStore(subscribe, () => globalsOf(channel.last(GLOBALS_UPDATED) ?? channel.last(SET_GLOBALS)));
}

/** Chinese is what the toolbar begins with. */
export function isChinese(locale: string | undefined): boolean {
  return locale === undefined || locale.startsWith("zh");
}

function globalsOf(told: unknown): Globals {
  const [first] = Array.isArray(told) ? (told as readonly unknown[]) : [];
  return (Reflect.get(Object(first), "globals") as Globals | undefined) ?? none;
}
