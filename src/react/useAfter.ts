import { useEffect, useRef } from "react";

type End = (() => void) | undefined | void;

/**
 * Asks for something after the commit, and anew when its name or what it depends on is other. What it returns ends it, also where
 * a later render asks for it no more.
 */
export type After = (key: readonly [name: string, ...dependsOn: readonly unknown[]], start: () => End) => void;

interface Deed {
  readonly key: readonly unknown[];
  readonly start: () => End;
  end: End;
}

const none: readonly Deed[] = [];

/** Effects that a render may ask for or not. For React they are one: a page may have a thousand notices. */
export function useAfter(): After {
  const done = useRef(none);
  const { deeds, after } = collect();
  useEffect(() => {
    done.current = follow(done.current, deeds);
  });
  useEffect(
    () => () => {
      done.current = follow(done.current, none);
    },
    [],
  );
  return after;
}

/** What one render asks for. */
function collect(): { readonly deeds: readonly Deed[]; readonly after: After } {
  const deeds: Deed[] = [];
  return { deeds, after: (key, start) => void deeds.push({ key, start, end: undefined }) };
}

/** What is asked for as before goes on. */
function follow(before: readonly Deed[], deeds: readonly Deed[]): readonly Deed[] {
  const isLike =
    ({ key }: Deed) =>
    (other: Deed) =>
      key.length === other.key.length && key.every((each, index) => Object.is(each, other.key[index]));
  for (const old of before) if (!deeds.some(isLike(old))) old.end?.();
  for (const deed of deeds) deed.end = (before.find(isLike(deed)) ?? { end: deed.start() }).end;
  return deeds;
}
