import { useLayoutEffect, useState } from "react";

type Turn = (isIts: boolean) => void;

/** The prompts of each client that would be a dialog, in the order they were mounted. */
const mounted = new WeakMap<object, Set<Turn>>();

/** Whether it is this prompt that asks: of several dialogs of one client, as in two roots of a page, one is seen. */
export function useSingleDialog(client: object, isDialog: boolean): boolean {
  const [isIts, setIts] = useState(false);
  // before a dialog is opened
  useLayoutEffect(() => {
    if (!isDialog) return undefined;
    const all = mounted.get(client) ?? new Set();
    mounted.set(client, all.add(setIts));
    giveTurn(all);
    return () => {
      all.delete(setIts);
      giveTurn(all);
    };
  }, [client, isDialog]);
  return isIts || !isDialog;
}

function giveTurn(all: ReadonlySet<Turn>): void {
  const [first] = all;
  for (const turn of all) turn(turn === first);
}
